import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf, type Dates } from '../../support/dates.js';
import { eventually, mailRows, stayIn, tally } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('While the mail server is away', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;

  beforeAll(async () => {
    house = await openStoryHouse({ instances: 2 });
    ({ group } = await aPlace(house));
    dates = datesOf(house, group);
    await stayIn(house.database);
  });
  afterAll(() => house.close());

  async function aDateWith(emails: string[], date: string): Promise<string> {
    const { body } = await dates.reserve({ date });
    const [{ id }] = body.occurrences;
    const call = { as: group.representative, body: { invitees: emails.map((email) => ({ email })) } };
    expect((await house.http[0].post(`/api/occurrences/${id}/invitees`, call)).status).toBe(201);
    return id;
  }
  const guests = (count: number, domain: string) =>
    Array.from({ length: count }, (_, index) => `gast${index}@${domain}`);
  const states = async (domain: string) => tally(await mailRows(house.database, domain));
  const subjectsTo = (email: string) =>
    house.mails.to(email).map(({ email: { subject } }) => subject?.split(':')[0]);
  const failures = async () =>
    (await house.database.query<{ failures: number }>('SELECT failures FROM mail_pace'))[0]?.failures;

  it('for an hour: all is shown, nothing is lost, and all leaves in its order when it is back (P3)', async () => {
    const [heard, unheard] = [guests(3, 'vorher.example'), guests(12, 'waehrend.example')];
    const told = await aDateWith(heard, '2026-12-08');
    await eventually(() => states('vorher.example'), { sent: 3 });
    await house.mails.stop();

    await dates.cancel(told);
    const fresh = await aDateWith(unheard, '2026-12-09');
    await eventually(failures, 1);
    await dates.move(fresh, { time: '20:15' });
    // Minutes past nine at which somebody knocks: 1, 2, then each 5 minutes.
    for (const [knock, minute] of [1, 3, 8, 13, 18].entries()) {
      house.clock.moveTo(`2026-12-01T09:${String(minute).padStart(2, '0')}`);
      await eventually(failures, knock + 2);
    }
    expect(await states('vorher.example')).toEqual({ retrying: 3, sent: 3 });
    const rows = await mailRows(house.database, 'waehrend.example');
    expect(rows.map(({ kind }) => kind).sort()).toEqual([
      ...unheard.map(() => 'invitation'),
      ...unheard.map(() => 'movedDate'),
    ]);
    for (const row of rows) expect(row).toMatchObject({ state: 'retrying', failures: 0, gap: 300 });
    expect(rows[0]?.detail).toMatch(/^Der Mailserver antwortet nicht \(E\w+\)\.$/);

    await house.mails.start();
    house.clock.moveTo('2026-12-01T10:00');
    await eventually(() => states('vorher.example'), { sent: 6 });
    // Who had not heard of the first time hears of the new one alone.
    await eventually(() => states('waehrend.example'), { dropped: 24, sent: 12 });
    expect(await failures()).toBe(0);
    for (const email of heard) expect(subjectsTo(email)).toEqual(['Einladung', 'Abgesagt']);
    for (const email of unheard) {
      expect(subjectsTo(email)).toEqual(['Einladung']);
      expect(house.mails.to(email).every(({ email: { subject } }) => subject?.endsWith('20:15 Uhr'))).toBe(
        true,
      );
    }
  });

  it('for more than three days: what waited that long is shown as undeliverable', async () => {
    // Whoever still calls for the mails before would be the first to find nobody there.
    await house.mails.whenQuiet();
    await house.mails.stop();
    house.clock.moveTo('2026-12-02T09:00');
    await aDateWith(guests(2, 'lange.example'), '2026-12-20');
    await eventually(() => states('lange.example'), { retrying: 2 });
    house.clock.moveTo('2026-12-05T08:59');
    await eventually(failures, 2);
    expect(await states('lange.example')).toEqual({ retrying: 2 });
    house.clock.moveTo('2026-12-05T09:01');
    await eventually(() => states('lange.example'), { undeliverable: 2 });
    await house.mails.start();
    house.clock.moveTo('2026-12-05T10:00');
    await aDateWith(guests(1, 'wieder.example'), '2026-12-21');
    await eventually(() => states('wieder.example'), { sent: 1 });
    expect(house.mails.to('gast0@lange.example')).toEqual([]);
  });

  it('it takes calls and says nothing: people are served as ever, over few calls, and all leaves later', async () => {
    house.mails.keepSilent();
    house.mails.mostAtOnce = 0;
    const calls = house.mails.connections;
    const id = await aDateWith(guests(30, 'stille.example'), '2026-12-22');
    await eventually(() => house.mails.connections > calls, true);
    for (const http of house.http) {
      const path = `/api/occurrences/${id}/invitees`;
      const { status, body } = await http.get<{ items: { mail: string }[] }>(path, {
        as: group.representative,
      });
      expect(status).toBe(200);
      expect(body.items.map(({ mail }) => mail)).toEqual(Array.from({ length: 30 }, () => 'queued'));
    }
    expect((await dates.reserve({ date: '2026-12-23' })).status).toBe(201);
    expect((await dates.cancel(id)).status).toBeLessThan(300);
    expect((await dates.restore(id)).status).toBe(200);
    expect(house.mails.mostAtOnce).toBeLessThanOrEqual(4 * house.http.length);
    house.mails.greet();
    // The invitation that waited, the cancellation and its taking back; an invitation to the date as it is by now.
    await eventually(() => states('stille.example'), { dropped: 90, sent: 30 });
    for (const email of guests(30, 'stille.example')) expect(subjectsTo(email)).toEqual(['Einladung']);
  });
});
