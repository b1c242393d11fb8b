import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formsIn } from '../../support/forms.js';
import { invited, type Invited } from '../../support/invited.js';
import { linkIn } from '../../support/invitees.js';
import { eventually } from '../../support/mail-rows.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('Somebody has lost a link', () => {
  let house: StoryHouse;
  let guest: Invited;

  beforeAll(async () => {
    house = await openStoryHouse({ environment: { TRUST_PROXY: '127.0.0.1' } });
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    guest = await invited(house);
  });

  const ask = (email: string) => house.http[0].submit('/link-verloren', { email });
  const open = (link: string) => house.http[0].raw(link);
  const freshLink = async (count = 2) => {
    const mail = await house.mails.waitFor(guest.email, count);
    expect(mail.email.subject).toContain('Ihr neuer Link');
    return linkIn(mail);
  };

  it('gets a fresh one by mail, and the old one dies (410)', async () => {
    expect((await ask(` ${guest.email.toUpperCase()} `)).status).toBe(202);
    const link = await freshLink();
    expect(link).not.toBe(guest.link);
    expect((await open(link)).status).toBe(200);
    const old = await open(guest.link);
    expect({ status: old.status, isReplaced: old.text.includes('durch einen neuen ersetzt') }).toEqual({
      status: 410,
      isReplaced: true,
    });
    expect(old.text).toContain('href="/link-verloren"');
  });

  it('by the button of an old mail they are forgotten all the same, and the old link still opens nothing', async () => {
    await ask(guest.email);
    const link = await freshLink();
    const unsubscribe = { 'List-Unsubscribe': 'One-Click' };
    expect((await open(`${guest.link}/unsubscribe`)).status).toBe(200);
    expect((await house.http[0].submit(`${guest.link}/enter`, { displayName: 'Rosa' })).status).toBe(410);
    expect((await house.http[0].submit(`${guest.link}/unsubscribe`, unsubscribe)).status).toBe(200);
    expect((await open(link)).status).toBe(410);
    const left = 'SELECT 1 FROM invitees WHERE email = $1';
    expect(await house.database.query(left, [guest.email])).toEqual([]);
  });

  it('of a whole series too', async () => {
    guest = await invited(house, { repeat: { kind: 'weekly', interval: 1, count: 3 } });
    await ask(guest.email);
    expect((await open(await freshLink())).status).toBe(200);
    expect((await open(guest.link)).status).toBe(410);
  });

  it('known and unknown addresses read the same, to the byte', async () => {
    const answers = [await ask(guest.email), await ask('niemand@gast.example')];
    const [known, unknown] = answers.map(({ status, text, headers }) => ({
      status,
      text,
      names: [...headers.keys()],
    }));
    expect(known).toEqual(unknown);
    await freshLink();
    expect(house.mails.to('niemand@gast.example')).toEqual([]);
  });

  it('three times a day, with the same answer afterwards', async () => {
    for (let time = 0; time < 3; time++) {
      await ask(guest.email);
      await freshLink(time + 2);
    }
    expect((await ask(guest.email)).status).toBe(202);
    const asked = () =>
      house.database.query(
        `SELECT count(*)::int AS n FROM pgboss.job WHERE name LIKE 'links.lost%' AND state <> 'completed'`,
      );
    await eventually(asked, [{ n: 0 }]);
    expect(house.mails.to(guest.email)).toHaveLength(4);
  });

  it('none for what is called off', async () => {
    await house.http[0].delete(`/api/occurrences/${guest.occurrenceId}`, { as: guest.group.representative });
    await house.mails.waitFor(guest.email, 2);
    await ask(guest.email);
    const rows = () =>
      house.database.query('SELECT link_version AS version FROM invitees WHERE email = $1', [guest.email]);
    expect(await rows()).toEqual([{ version: 0 }]);
    expect(house.mails.to(guest.email)).toHaveLength(2);
  });

  it('a slip of the pen is named, and nothing typed is lost (400)', async () => {
    const { status, text } = await ask('rosa<b>at');
    expect(status).toBe(400);
    expect(text).toContain('role="alert"');
    expect(formsIn(text)[0]?.fields['email']).toBe('rosa<b>at');
    expect(text).not.toContain('<b>');
  });

  it('the page has a label, is found from unknown links, and opening it changes nothing', async () => {
    for (let time = 0; time < 20; time++) {
      expect((await house.http[0].raw('/link-verloren')).text).toContain('<label for="email">');
      expect((await house.http[0].raw('/link-verloren', { method: 'HEAD' })).status).toBe(200);
    }
    expect((await open(`/t/${'A'.repeat(32)}`)).text).toContain('href="/link-verloren"');
    expect((await open(guest.link)).status).toBe(200);
  });

  it('nobody goes through a list of addresses from one network (429)', async () => {
    const statuses: number[] = [];
    for (let time = 0; time <= 60; time++) {
      const body = `email=a${time}%40gast.example`;
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': '203.0.113.9',
        accept: 'text/html',
      };
      const init = { method: 'POST', body, headers };
      const answer = await house.http[0].raw('/link-verloren', init);
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 60).every((status) => status === 202)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });
});
