import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailsAreOut, retryJobsNow } from '../../support/clockwork.js';
import { datesOf, plannedIn } from '../../support/dates.js';
import { inviteesOf } from '../../support/invitees.js';
import { aDate, aGroup, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const SIX_WEEKS = { from: { date: '2026-12-07' }, to: { date: '2027-01-13' } };
const GUESTS = ['ada@reihe.example', 'ben@reihe.example', 'cem@reihe.example'];

let house: StoryHouse;
beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

const close = ({ contactPoint }: Group, body: Record<string, unknown>) =>
  house.http[0].post('/api/closures', { as: contactPoint.staff, body: { ...SIX_WEEKS, ...body } });
const wordTo = ({ email }: Group) =>
  house.mails.waitFor(email, 1, /Haus ist .*vom 7\. Dezember 2026 bis zum 13\. Januar 2027 geschlossen/);

describe('A closure over several dates of a series', () => {
  /** A series of eight Tuesdays, to all of which some are invited. */
  async function anInvitedSeries(guests: string[]) {
    const { group, rooms } = await aPlace(house);
    const dates = datesOf(house, group);
    const repeat = { kind: 'weekly', interval: 1, count: 8 };
    const { body } = await dates.reserve({ roomId: rooms[0].id, repeat });
    await inviteesOf(house, group, `/api/reservations/${body.id}`).invite(...guests);
    for (const guest of guests) await house.mails.waitFor(guest);
    return { group, dates, rooms, id: body.id };
  }

  async function countsOf(group: Group, guests: string[]): Promise<number[]> {
    await wordTo(group);
    await mailsAreOut(house);
    return guests.map((guest) => house.mails.to(guest).length);
  }

  it('is one mail to each who is invited to it, and the group may take all back at once', async () => {
    const { group, dates, rooms, id } = await anInvitedSeries(GUESTS);
    await close(group, { roomId: rooms[0].id, dates: 'cancel' });
    expect(await countsOf(group, GUESTS)).toEqual([2, 2, 2]);
    expect(plannedIn(await dates.show(id))).toEqual(['2027-01-19 18:00 Raum 1', '2027-01-26 18:00 Raum 1']);
    await house.database.query('DELETE FROM closures');
    const restored = await dates.restoreSeries(id);
    expect([restored.status, plannedIn(restored).length]).toEqual([200, 8]);
  });

  it('is one mail also when some of them have another room', async () => {
    const guests = ['dora@reihe.example', 'emil@reihe.example'];
    const { group, dates, rooms, id } = await anInvitedSeries(guests);
    for (const date of ['2026-12-15', '2027-01-05'])
      await aDate(house, group, { roomId: rooms[1].id, date, expectedParticipants: 4 });
    await close(group, { roomId: rooms[0].id, dates: 'move' });
    expect(await countsOf(group, guests)).toEqual([2, 2]);
    expect(plannedIn(await dates.show(id))).toEqual([
      '2026-12-08 18:00 Raum 2',
      '2026-12-22 18:00 Raum 2',
      '2026-12-29 18:00 Raum 2',
      '2027-01-12 18:00 Raum 2',
      '2027-01-19 18:00 Raum 1',
      '2027-01-26 18:00 Raum 1',
    ]);
  });
});

describe('A date that a closure cannot call off', () => {
  it('keeps no other group waiting for word; its own hears when all is done', async () => {
    const { group: sick, rooms } = await aPlace(house);
    const well = await aGroup(house, sick.contactPoint);
    const { id } = await aDate(house, sick, { roomId: rooms[0].id, date: '2026-12-08' });
    await aDate(house, sick, { roomId: rooms[0].id, date: '2026-12-09' });
    await aDate(house, well, { roomId: rooms[1].id, date: '2026-12-08' });
    await house.database.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`,
    );
    await house.database.query(
      `CREATE TRIGGER refuse BEFORE UPDATE ON occurrences FOR EACH ROW WHEN (OLD.id = '${id}') EXECUTE FUNCTION refuse()`,
    );
    await close(sick, { dates: 'cancel' });
    await wordTo(well);
    await mailsAreOut(house);
    expect(house.mails.to(sick.email, /geschlossen/)).toEqual([]);
    await house.database.query('DROP TRIGGER refuse ON occurrences');
    await retryJobsNow(house);
    const { email } = await wordTo(sick);
    expect(email.text?.match(/\d+\. Dezember/g)).toEqual(['7. Dezember', '8. Dezember', '9. Dezember']);
  });
});
