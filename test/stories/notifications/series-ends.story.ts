import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TellEachEnd1764170400000 } from '../../../src/migrations/1764170400000-tell-each-end.js';
import { TellOfEndingSeries } from '../../../src/notifications/tell-of-ending-series.schedule.js';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { datesOf, type Dates, type Reservation } from '../../support/dates.js';
import { mailsStand, stayIn } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { updateAgain } from '../../support/update.js';

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

/** The last day in each of these mails, in the order in which they came. */
const daysTold = (group: Group) =>
  told(group).map(({ email: { text } }) => /Der letzte Termin ist:\n(.*?), \d\d:/.exec(text ?? '')?.[1]);

const lookRoundAt = async (wallTime: string) => {
  house.clock.moveTo(wallTime);
  await wake(house, 'tell-of-ending-series');
};

async function aSeries(
  count: number,
  skip: string[] = [],
): Promise<{ group: Group; dates: Dates; series: Reservation }> {
  const { group } = await aPlace(house);
  await stayIn(house.database);
  const dates = datesOf(house, group);
  const wish = count > 1 ? { repeat: { kind: 'weekly', interval: 1, count, skip } } : { date: '2027-01-12' };
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

describe('Whoever was told that a series ends', () => {
  const LAST = 'Dienstag, 12. Januar 2027';

  /** Six weekly dates, whose end is told three weeks before; a seventh is left out. */
  async function aToldSeries() {
    const one = await aSeries(7, ['2027-01-19']);
    await lookRoundAt(THREE_WEEKS_BEFORE);
    expect(daysTold(one.group)).toEqual([LAST]);
    return one;
  }

  it('is told again three weeks before the end when the last ones move to later', async () => {
    const { group, dates, series } = await aToldSeries();
    const from = series.occurrences[4]?.id ?? '';
    expect((await dates.moveSeries(series.id, { date: '2027-01-26' }, { from })).status).toBe(200);
    await lookRoundAt('2027-01-11T19:20');
    expect(daysTold(group)).toEqual([LAST]);
    await lookRoundAt('2027-01-12T08:20');
    await lookRoundAt('2027-01-13T08:20');
    expect(daysTold(group)).toEqual([LAST, 'Dienstag, 2. Februar 2027']);
  });

  it('is told again when a later date is taken up, and not when it is called off after all', async () => {
    const { group, dates, series } = await aToldSeries();
    const { status, body } = await dates.takeUp(series.id, { date: '2027-01-19' });
    expect(status).toBe(201);
    await lookRoundAt('2026-12-29T08:20');
    expect(daysTold(group)).toEqual([LAST, 'Dienstag, 19. Januar 2027']);
    await dates.cancel(body.id);
    await lookRoundAt('2026-12-30T08:20');
    expect(daysTold(group)).toHaveLength(2);
  });

  it('is not told of the same end once more when the house is updated, and of a later one is', async () => {
    const { group, dates, series } = await aToldSeries();
    await updateAgain(house, new TellEachEnd1764170400000(), async () => {
      await house.database.query(`UPDATE mails SET created_at = $1 WHERE kind = 'seriesEnds'`, [
        house.clock.now().toString(),
      ]);
    });
    await lookRoundAt('2026-12-23T09:00');
    expect(daysTold(group)).toEqual([LAST]);
    await dates.takeUp(series.id, { date: '2027-01-19' });
    await lookRoundAt('2026-12-29T08:20');
    expect(daysTold(group)).toEqual([LAST, 'Dienstag, 19. Januar 2027']);
  });
});

it('A mail that waits while the series comes to end on another day is not sent, and that day is told', async () => {
  const { group, dates, series } = await aSeries(6);
  const states = async () => {
    const rows = await house.database.query<{ state: string }>(
      `SELECT m.state FROM mails m JOIN representatives r ON r.id = m.about
       WHERE m.kind = 'seriesEnds' AND r.group_id = $1 ORDER BY m.created_at`,
      [group.id],
    );
    return rows.map(({ state }) => state);
  };
  house.mails.refusals.set(group.email, 451);
  await lookRoundAt(THREE_WEEKS_BEFORE);
  expect(await states()).toEqual(['retrying']);
  await dates.move(series.occurrences[5]?.id ?? '', { date: '2027-01-11' });
  house.mails.refusals.delete(group.email);
  await mailsStand(house, states, ['dropped']);
  await lookRoundAt('2026-12-22T09:20');
  expect(daysTold(group)).toEqual(['Montag, 11. Januar 2027']);
});
