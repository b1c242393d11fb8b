import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TellOfComingDates } from '../../../src/notifications/tell-of-coming-dates.schedule.js';
import { mailsAreOut } from '../../support/clockwork.js';
import { datesOf } from '../../support/dates.js';
import { eventually, stayIn } from '../../support/mail-rows.js';
import { aDate, aPlace, signIn, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const LINK = /\/a\/[\w-]+/;

describe('The mail about a coming date', () => {
  let house: StoryHouse;
  let group: Group;

  beforeAll(async () => {
    house = await openStoryHouse();
    ({ group } = await aPlace(house));
    await aDate(house, group, { date: '2026-12-08' });
  });
  afterAll(() => house.close());

  const tell = () => house.apps[0].get(TellOfComingDates, { strict: false }).run();
  const about = () => house.mails.to(group.email).filter(({ email }) => LINK.test(email.text ?? ''));
  const queued = () => house.database.query(`SELECT state FROM mails WHERE kind = 'dateAhead'`);

  it('comes three days before, once, leads to its page, and its subject names nobody (P6)', async () => {
    house.clock.moveTo('2026-12-04T19:30');
    await tell();
    expect(await queued()).toEqual([]);
    house.clock.moveTo('2026-12-05T10:00');
    await Promise.all([tell(), tell()]);
    const { email } = await house.mails.waitFor(group.email, 3);
    expect(email.subject).toBe('Ihr Termin am Dienstag, 8. Dezember 2026');
    const path = LINK.exec(email.text ?? '')?.[0] ?? '';
    expect((await house.http[0].raw(path)).text).toContain('18:00 bis 20:00 Uhr');
    house.clock.moveTo('2026-12-05T10:30');
    await tell();
    house.clock.moveTo('2026-12-06T10:00');
    await tell();
    expect(await queued()).toHaveLength(1);
    expect(about()).toHaveLength(1);
  });

  /** A group of its own with one date, on 8 December. */
  async function aPlaceWithDate() {
    house.clock.moveTo('2026-12-01T09:00');
    const { group: own } = await aPlace(house);
    await stayIn(house.database);
    const { id } = await aDate(house, own, {});
    const tellAt = async (wallTime: string) => {
      house.clock.moveTo(wallTime);
      await tell();
      await mailsAreOut(house);
      return house.mails.to(own.email).flatMap(({ email }) => {
        const isAboutDate = LINK.test(email.text ?? '');
        return isAboutDate ? [/\d+\. Dezember/.exec(email.subject ?? '')?.[0]] : [];
      });
    };
    return { id, email: own.email, dates: datesOf(house, own), tellAt };
  }

  it('comes late when the house was away that day, up to the start', async () => {
    const late = await aPlaceWithDate();
    expect(await late.tellAt('2026-12-08T17:59')).toEqual(['8. Dezember']);
    const tooLate = await aPlaceWithDate();
    expect(await tooLate.tellAt('2026-12-08T18:00')).toEqual([]);
  });

  it('comes again for the new time of a date that was moved', async () => {
    const { id, dates, tellAt } = await aPlaceWithDate();
    expect(await tellAt('2026-12-05T10:00')).toEqual(['8. Dezember']);
    expect((await dates.move(id, { date: '2026-12-09' })).status).toBe(200);
    expect(await tellAt('2026-12-05T10:30')).toHaveLength(1);
    const both = ['8. Dezember', '9. Dezember'];
    expect(await tellAt('2026-12-06T10:00')).toEqual(both);
    expect(await tellAt('2026-12-06T10:30')).toEqual(both);
  });

  it('does not leave with the time of before', async () => {
    const { id, email, dates, tellAt } = await aPlaceWithDate();
    house.mails.refusals.set(email, 451);
    expect(await tellAt('2026-12-05T10:00')).toEqual([]);
    await dates.move(id, { date: '2026-12-10' });
    house.mails.refusals.clear();
    await house.mails.retryNow(house.database);
    const question = `SELECT state FROM mails WHERE kind = 'dateAhead' AND concerning = $1`;
    await eventually(() => house.database.query(question, [id]), [{ state: 'dropped' }]);
    expect(await tellAt('2026-12-07T10:00')).toEqual(['10. Dezember']);
  });

  it.each([
    ['2026-12-05T10:01', []],
    ['2026-12-05T09:59', ['8. Dezember']],
  ])('of what was booked at %s: %j', async (bookedAt, told) => {
    const { id, tellAt } = await aPlaceWithDate();
    await house.database.query(
      `UPDATE reservations SET created_at = $2::timestamp AT TIME ZONE 'Europe/Berlin'
       WHERE id = (SELECT reservation_id FROM occurrences WHERE id = $1)`,
      [id, bookedAt],
    );
    expect(await tellAt('2026-12-06T10:00')).toEqual(told);
  });

  it('does not leave for a date that is off', async () => {
    await stayIn(house.database);
    const other = await aDate(house, group, { date: '2026-12-10' });
    house.mails.refusals.set(group.email, 451);
    house.clock.moveTo('2026-12-07T10:00');
    await tell();
    const state = async () => {
      const question = `SELECT state FROM mails WHERE kind = 'dateAhead' AND concerning = $1`;
      return house.database.query(question, [other.id]);
    };
    await eventually(state, [{ state: 'retrying' }]);
    await house.http[0].delete(`/api/occurrences/${other.id}`, { as: group.representative });
    house.mails.refusals.clear();
    await house.mails.retryNow(house.database);
    await signIn(house, group.contactPoint.slug, group.email);
    await eventually(state, [{ state: 'dropped' }]);
    expect(about()).toHaveLength(1);
  });
});
