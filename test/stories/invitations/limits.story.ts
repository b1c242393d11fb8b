import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { datesOf, type Dates } from '../../support/dates.js';
import { calendarFileOf, inviteesOf, type InviteeFacts } from '../../support/invitees.js';
import { stayIn, turnBack } from '../../support/mail-rows.js';
import { aGroup, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('How many can be invited', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;

  beforeAll(async () => {
    house = await openStoryHouse({ instances: 2 });
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    await turnBack(house, '2026-12-01T09:00');
    ({ group } = await aPlace(house));
    dates = datesOf(house, group);
    await stayIn(house.database);
  });

  const many = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index}@viele.example`);

  async function aDateOn(day: number) {
    const { body } = await dates.reserve({ date: `2026-12-${String(day).padStart(2, '0')}` });
    return inviteesOf(house, group, `/api/occurrences/${body.occurrences[0].id}`);
  }

  async function sentBy(domain: string): Promise<number> {
    const rows = await house.database.query(`SELECT 1 FROM invitees WHERE email LIKE '%' || $1`, [domain]);
    return rows.length;
  }

  it('two hundred a day for a group; more tomorrow', async () => {
    for (const day of [8, 9, 10]) {
      expect((await (await aDateOn(day)).invite(...many(60, `tag${day}-`))).status).toBe(201);
    }
    const last = await aDateOn(11);
    const refused = await last.invite(...many(21, 'zuviel-'));
    expect(refused).toMatchObject({ status: 429, body: { code: 'tooManyInvitations' } });
    expect(refused.headers.get('retry-after')).toBe(String(15 * 3600));
    expect(refused.body.detail).toMatch(/höchstens 200 Einladungen/);
    expect(await last.list()).toEqual([]);
    expect((await last.invite(...many(20, 'gerade-'))).status).toBe(201);
    // Again is a mail as well, also after it was withdrawn.
    const [{ id, email }] = (await last.list()) as [InviteeFacts];
    expect((await last.resend(id)).status).toBe(429);
    await last.withdraw(id);
    expect((await last.invite(email)).status).toBe(429);
    house.clock.moveTo('2026-12-02T00:01');
    expect((await last.invite(...many(21, 'zuviel-'))).status).toBe(201);
  });

  it('who is invited already does not count', async () => {
    const date = await aDateOn(8);
    for (let time = 0; time < 5; time++) expect((await date.invite(...many(60, 'gleich-'))).status).toBe(201);
    expect(await date.list()).toHaveLength(60);
  });

  it('sixty to a date, those to the whole series among them', async () => {
    const { body } = await dates.reserve({ repeat: { kind: 'weekly', interval: 1, count: 3 } });
    const series = inviteesOf(house, group, `/api/reservations/${body.id}`);
    const [, second] = body.occurrences;
    const date = inviteesOf(house, group, `/api/occurrences/${second?.id}`);
    expect((await series.invite(...many(61, 'reihe-'))).status).toBe(422);
    expect((await series.invite(...many(30, 'reihe-'))).status).toBe(201);
    expect((await date.invite(...many(31, 'dazu-'))).body.code).toBe('tooManyInvitees');
    expect((await date.invite(...many(30, 'dazu-'))).status).toBe(201);
    expect((await series.invite('eine@viele.example')).body.code).toBe('tooManyInvitees');
    expect(await series.list()).toHaveLength(30);
  });

  it.each(['series', 'date'])(
    'ten who invite to the same %s at once never invite too many, and nobody twice',
    async (to) => {
      const { body } = await dates.reserve({ repeat: { kind: 'weekly', interval: 1, count: 3 } });
      const path =
        to === 'series' ? `/api/reservations/${body.id}` : `/api/occurrences/${body.occurrences[0].id}`;
      const domain = `${to}-rennen.example`;
      const invite = (index: number) =>
        (house.http[index % 2] ?? house.http[0]).post(`${path}/invitees`, {
          as: group.representative,
          body: {
            invitees: [
              { email: `alle@${domain}` },
              ...Array.from({ length: 9 }, (_, each) => ({ email: `gast-${index}-${each}@${domain}` })),
            ],
          },
        });
      const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => invite(index)));
      const statuses = answers.map(({ status }) => status);
      const taken = statuses.filter((status) => status === 201).length;
      expect(new Set(statuses)).toEqual(new Set([201, 422]));
      expect(taken).toBe(6);
      expect(await sentBy(`@${domain}`)).toBe(1 + 9 * taken);
      await house.mails.waitFor(`alle@${domain}`);
      const queued = await house.database.query(
        `SELECT 1 FROM mails m JOIN invitees i ON i.id = m.about WHERE i.email = $1`,
        [`alle@${domain}`],
      );
      expect(queued).toHaveLength(1);
    },
  );

  it('names each bad address of a list to a series, and invites nobody (400)', async () => {
    const { body } = await dates.reserve({ repeat: { kind: 'weekly', interval: 1, count: 3 } });
    const series = inviteesOf(house, group, `/api/reservations/${body.id}`);
    const refused = await series.invite('gut@viele.example', 'ohne-at', 'x@y@z.example', 'GUT@viele.example');
    expect(refused).toMatchObject({ status: 400, body: { code: 'badAddresses' } });
    expect(refused.body.badAddresses?.map(({ index }) => index)).toEqual([1, 2]);
    expect(await series.list()).toEqual([]);
    expect((await series.invite('Gut@viele.example', 'GUT@Viele.example')).body.items).toHaveLength(1);
  });
});

describe('„So sieht Ihre Einladung aus“', () => {
  let house: StoryHouse;
  let group: Group;

  beforeAll(async () => {
    house = await openStoryHouse();
    ({ group } = await aPlace(house));
  });
  afterAll(() => house.close());

  const withoutLink = (text = '') => text.replaceAll(/\/t\/[\w-]+/g, '/t/…');

  it.each([
    ['a date', undefined],
    ['a series', { kind: 'monthly', nth: [2], weekday: 'TU', count: 4 }],
  ])('to %s: exactly as the mail will be, and nothing is stored or sent', async (_, repeat) => {
    const { body } = await datesOf(house, group).reserve({ repeat, time: repeat ? '18:00' : '21:00' });
    const to = repeat ? `/api/reservations/${body.id}` : `/api/occurrences/${body.occurrences[0].id}`;
    const invitees = inviteesOf(house, group, to);
    const counts = () =>
      house.database.query('SELECT (SELECT count(*) FROM invitees) AS i, (SELECT count(*) FROM mails) AS m');
    const before = await counts();
    const { status, body: preview } = await invitees.preview();
    expect(status).toBe(200);
    expect(await counts()).toEqual(before);
    const email = `gast-${repeat ? 'reihe' : 'eins'}@muster.example`;
    await invitees.invite(email);
    const mail = await house.mails.waitFor(email);
    expect(preview.subject).toBe(mail.email.subject);
    expect(withoutLink(preview.text).trim()).toBe(withoutLink(mail.email.text).trim());
    expect(withoutLink(preview.html).trim()).toBe(withoutLink(mail.email.html).trim());
    const file = calendarFileOf(mail).replaceAll('\r\n ', '');
    expect(withoutLink(file)).toContain(`SUMMARY:${preview.calendar.summary}`);
    expect(withoutLink(file)).toContain(`DESCRIPTION:${withoutLink(preview.calendar.description)}`);
    expect(withoutLink(file)).toContain(`LOCATION:${withoutLink(preview.calendar.location)}`);
    expect(preview.calendar.dates.map(({ startsAt }) => startsAt)).toEqual(
      body.occurrences.map(({ startsAt }) => startsAt),
    );
    expect(preview.calendar.startsAt).toBe(body.occurrences[0].startsAt);
    expect((await house.http[0].raw(new URL(preview.calendar.location).pathname)).status).toBe(404);
  });

  it('of what is off there is none (422), and strangers see none (404)', async () => {
    const dates = datesOf(house, group);
    const { body } = await dates.reserve({ date: '2027-01-05' });
    await dates.cancel(body.occurrences[0].id);
    const path = `/api/occurrences/${body.occurrences[0].id}`;
    expect((await inviteesOf(house, group, path).preview()).status).toBe(422);
    expect((await inviteesOf(house, await aGroup(house), path).preview()).status).toBe(404);
  });
});
