import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { blindlySubmitted, formsIn } from '../../support/forms.js';
import { invited, invitedBy, type Invited } from '../../support/invited.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { tablesWith } from '../../support/traces.js';

describe('Somebody invited has their address deleted', () => {
  let house: StoryHouse;
  let guest: Invited;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    guest = await invited(house);
  });

  const forget = (fields: Record<string, string> = {}, link = guest.link) =>
    house.http[0].submit(`${link}/forget`, fields);
  const open = (link = guest.link) => house.http[0].raw(link);
  const unsubscribe = (body: string, type = 'application/x-www-form-urlencoded') =>
    house.http[0].raw(`${guest.link}/unsubscribe`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });

  const agree = async () => {
    const [form] = formsIn((await forget()).text);
    return forget(form?.fields);
  };

  it('at once, asked once more and for no reason: nothing of them is left in any column (P9)', async () => {
    const keep = { items: [{ email: guest.email.toUpperCase(), name: 'Rosa Geheim' }], keep: true };
    await house.http[0].send('PUT', `/api/groups/${guest.group.id}/invitees`, {
      as: guest.group.representative,
      body: keep,
    });
    const other = await invitedBy(house, guest.group, { date: '2026-12-09' }, guest.email);
    expect(await tablesWith(house.database, guest.email)).toEqual(
      expect.arrayContaining(['public.invitees', 'public.kept_invitees']),
    );
    const done = await agree();
    expect(done.status).toBe(200);
    expect(done.text).toContain('Ihre Adresse ist gelöscht');
    expect(await tablesWith(house.database, guest.email)).toEqual([]);
    for (const link of [guest.link, other.link]) {
      for (const { status, text } of [await open(link), await forget({}, link)]) {
        expect(status).toBe(410);
        expect(text).not.toMatch(new RegExp(`${guest.group.label}|Raum|18:00|@|Geheim`));
      }
    }
    const { body } = await house.http[0].get<{ items: unknown[] }>(guest.list, {
      as: guest.group.representative,
    });
    expect(body.items).toEqual([]);
  });

  it('no answer that was given before tells it once more, and what it did stays done', async () => {
    const neighbour = `neben-${guest.email}`;
    const invite = () =>
      house.http[0].post<{ items: { email: string }[] }>(guest.list, {
        as: guest.group.representative,
        headers: { 'idempotency-key': 'noch-jemand' },
        body: { invitees: [{ email: neighbour }] },
      });
    const emailsIn = ({ body }: Awaited<ReturnType<typeof invite>>) => body.items.map(({ email }) => email);
    expect(emailsIn(await invite())).toEqual([guest.email, neighbour]);
    await house.mails.waitFor(neighbour);
    await agree();
    for (let time = 0; time < 2; time++) {
      const again = await invite();
      expect(again).toMatchObject({ status: 201, body: { invited: 1, alreadyInvited: 0 } });
      expect(emailsIn(again)).toEqual([neighbour]);
    }
    expect(house.mails.to(neighbour)).toHaveLength(1);
  });

  it('no mail that waits leaves, and none about a later change', async () => {
    house.mails.refusals.set(guest.email, 451);
    await house.http[0].send('PATCH', `/api/occurrences/${guest.occurrenceId}`, {
      as: guest.group.representative,
      body: { time: '16:00' },
    });
    await agree();
    house.mails.refusals.clear();
    await house.mails.retryNow(house.database);
    await house.http[0].delete(`/api/occurrences/${guest.occurrenceId}`, { as: guest.group.representative });
    await invited(house);
    expect(house.mails.to(guest.email)).toHaveLength(1);
  });

  it('others stay invited, by the same group and by others', async () => {
    const neighbour = await invitedBy(house, guest.group, { date: '2026-12-10' });
    const elsewhere = await invited(house);
    const sameAddress = await invitedBy(house, elsewhere.group, { date: '2026-12-11' }, guest.email);
    await agree();
    for (const { link } of [neighbour, elsewhere, sameAddress]) expect((await open(link)).status).toBe(200);
  });

  it('of a whole series, while the door rests, and when the date is off', async () => {
    guest = await invited(house, { repeat: { kind: 'weekly', interval: 1, count: 3 } });
    await house.http[0].post(`/api/groups/${guest.group.id}/pause`, { as: guest.group.contactPoint.staff });
    expect((await agree()).text).toContain('ist gelöscht');
    guest = await invited(house);
    await house.http[0].delete(`/api/occurrences/${guest.occurrenceId}`, { as: guest.group.representative });
    expect((await open()).text).toContain('Meine Adresse löschen');
    expect((await agree()).text).toContain('ist gelöscht');
  });

  it('the button of the mail program does the same, in both shapes that RFC 8058 knows', async () => {
    const { source } = await house.mails.waitFor(guest.email);
    const headers = source.replace(/\r\n /g, ' ');
    expect(headers).toContain(`List-Unsubscribe: <https://haus.example${guest.link}/unsubscribe>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await unsubscribe('List-Unsubscribe=One-Click')).status).toBe(200);
    expect((await open()).status).toBe(410);
    guest = await invited(house);
    const part =
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    expect((await unsubscribe(part, 'multipart/form-data; boundary=x')).status).toBe(200);
    expect((await open()).status).toBe(410);
  });

  it('by an old mail too, whose link was replaced since: both ways', async () => {
    const call = { as: guest.group.representative };
    const { body } = await house.http[0].get<{ items: { id: string }[] }>(guest.list, call);
    await house.http[0].delete(`${guest.list}/${body.items[0]?.id}`, call);
    expect((await open(`${guest.link}/unsubscribe`)).status).toBe(410);
    const invitees = [{ email: guest.email }];
    await house.http[0].post(guest.list, { ...call, body: { invitees } });
    expect((await open()).text).toContain('durch einen neuen ersetzt');
    const page = await open(`${guest.link}/unsubscribe`);
    expect({ status: page.status, forms: formsIn(page.text).length }).toEqual({ status: 200, forms: 1 });
    expect((await forget()).text).toContain('jetzt löschen?');
    expect((await unsubscribe('List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await tablesWith(house.database, guest.email)).toEqual([]);
    expect((await open(`${guest.link}/unsubscribe`)).status).toBe(410);
  });

  it('anything else that is sent there is refused and deletes nothing', async () => {
    for (const body of ['', 'List-Unsubscribe=No', 'x=1', 'List-Unsubscribe=One-Click&x=1'])
      expect((await unsubscribe(body)).status).toBe(400);
    expect((await unsubscribe('{}', 'application/json')).status).toBe(415);
    const parts = {
      method: 'POST',
      body: '--x--',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    };
    expect((await house.http[0].raw(`${guest.link}/forget`, parts)).status).toBe(415);
    expect((await open()).status).toBe(200);
  });

  it('no scanner can: opening twenty times and sending every form changes nothing (P8)', async () => {
    // A scanner may press a reply: that can be changed, and takes nothing away.
    const kept = 'name, email, link_hash, link_version, withdrawn_at';
    const row = () => house.database.query(`SELECT ${kept} FROM invitees WHERE email = $1`, [guest.email]);
    const before = await row();
    for (const path of [guest.link, `${guest.link}/unsubscribe`]) {
      for (let time = 0; time < 20; time++) {
        expect((await open(path)).status).toBe(200);
        expect((await house.http[0].raw(path, { method: 'HEAD' })).status).toBe(200);
      }
      expect(await blindlySubmitted(house.http[0], path)).toBeGreaterThan(0);
    }
    expect((await forget({ sure: 'A'.repeat(43) })).text).toContain('jetzt löschen?');
    expect(await row()).toEqual(before);
  });

  it('strangers delete nothing (404)', async () => {
    const stranger = `/t/${'A'.repeat(32)}`;
    expect((await forget({}, stranger)).status).toBe(404);
    expect((await open(`${stranger}/unsubscribe`)).status).toBe(404);
  });
});
