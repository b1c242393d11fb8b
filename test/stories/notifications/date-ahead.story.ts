import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TellOfComingDates } from '../../../src/notifications/tell-of-coming-dates.schedule.js';
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
