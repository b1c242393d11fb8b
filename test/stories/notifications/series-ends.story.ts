import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TellOfEndingSeries } from '../../../src/notifications/tell-of-ending-series.schedule.js';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { datesOf, type Dates, type Reservation } from '../../support/dates.js';
import { stayIn } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const SUBJECT = 'Ihre regelmäßigen Termine enden bald';
/** Three weeks before the sixth of the weekly dates from 8 December on. */
const THREE_WEEKS_BEFORE = '2026-12-22T08:20';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo('2026-12-01T09:00'));

const told = ({ email }: Group) =>
  house.mails.to(email).filter(({ email: { subject } }) => subject === SUBJECT);

async function aSeries(count: number): Promise<{ group: Group; dates: Dates; series: Reservation }> {
  const { group } = await aPlace(house);
  await stayIn(house.database);
  const dates = datesOf(house, group);
  const wish = count > 1 ? { repeat: { kind: 'weekly', interval: 1, count } } : { date: '2027-01-12' };
  const { body } = await dates.reserve(wish);
  return { group, dates, series: body };
}

describe('Three weeks before the last date of a series', () => {
  it('its representatives are told, once, whatever clocks and instances do', async () => {
    const { group } = await aSeries(6);
    house.clock.moveTo('2026-12-21T19:20');
    await wake(house, 'tell-of-ending-series');
    expect(told(group)).toHaveLength(0);
    house.clock.moveTo(THREE_WEEKS_BEFORE);
    const tell = () => house.apps.map((app) => app.get(TellOfEndingSeries, { strict: false }).run());
    await Promise.all([...tell(), ...tell()]);
    await mailsAreOut(house);
    for (const jump of ['2026-12-20T09:00', '2026-12-23T09:00', '2027-01-12T19:00']) {
      house.clock.moveTo(jump);
      await wake(house, 'tell-of-ending-series');
    }
    expect(told(group)).toHaveLength(1);
    const { text, subject } = told(group)[0]?.email ?? {};
    expect(text).toContain('Der letzte Termin ist:\nDienstag, 12. Januar 2027, 18:00 bis 20:00 Uhr');
    expect(text).toContain(`„${group.label}“`);
    expect(subject).not.toContain(group.label);
  });

  it('the last one that takes place counts', async () => {
    const { group, dates, series } = await aSeries(7);
    await dates.cancel(series.occurrences.at(-1)?.id ?? '');
    house.clock.moveTo(THREE_WEEKS_BEFORE);
    await wake(house, 'tell-of-ending-series');
    expect(told(group)[0]?.email.text).toContain('12. Januar 2027');
  });

  it.each([
    ['of a date that stands alone', 1],
    ['of a series that is short as a whole', 4],
  ])('nobody is told %s', async (_, count) => {
    const { group } = await aSeries(count);
    for (const day of ['2026-12-08T09:00', '2026-12-22T09:00', '2026-12-29T09:00']) {
      house.clock.moveTo(day);
      await wake(house, 'tell-of-ending-series');
    }
    expect(told(group)).toHaveLength(0);
  });

  it('nobody is told of a series that is called off, or while the access of its group rests', async () => {
    const [off, rests] = [await aSeries(6), await aSeries(6)];
    await off.dates.cancelSeries(off.series.id);
    await house.http[0].post(`/api/groups/${rests.group.id}/pause`, { as: rests.group.contactPoint.staff });
    house.clock.moveTo(THREE_WEEKS_BEFORE);
    await wake(house, 'tell-of-ending-series');
    expect([told(off.group).length, told(rests.group).length]).toEqual([0, 0]);
  });
});
