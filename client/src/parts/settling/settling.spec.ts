import { describe, expect, it } from '@jest/globals';
import type { Clash, PreviewDate } from '../../api/shapes.js';
import {
  choiceOf,
  decisionsOf,
  insteadOf,
  keptDates,
  keyOf,
  nothingToSettle,
  obstacleOf,
  onlySkips,
  openClashes,
  roomForAll,
  skipOf,
  withAnswer,
  withChoices,
  withClashes,
  withoutChoice,
} from './settling.js';

const linde = { roomId: 'linde', roomName: 'Linde' };
const ahorn = { roomId: 'ahorn', roomName: 'Ahorn' };
const period = { startsAt: '2026-12-01T17:00:00Z', endsAt: '2026-12-01T19:00:00Z' };
const free = (date: string): PreviewDate => ({ ...period, date, verdict: 'free', alternatives: [] });
const taken = (date: string, alternatives: Clash['alternatives'] = [linde]): Clash => ({
  ...period,
  date,
  verdict: 'taken',
  alternatives,
});
const [first, second, third] = ['2026-12-01', '2026-12-08', '2026-12-15'] as const;
const looked = withAnswer(nothingToSettle, [free(first), taken(second), free(third)]);
const datesOf = (clashes: Clash[]) => clashes.map(({ date }) => date);

describe('what stands in the way', () => {
  const own = { occurrenceId: 'o1', reservationId: 'r1' };
  it.each<[string, Partial<Clash>, string]>([
    ['somebody else', {}, 'taken'],
    ['the group itself', { own }, 'own'],
    [
      'an hour that the clocks skip',
      { verdict: 'closed', timeFault: 'timeDoesNotExist' },
      'timeDoesNotExist',
    ],
    ['a share that is used up', { verdict: 'quota', quotaFault: 'tooManyHoursAWeek' }, 'tooManyHoursAWeek'],
  ])('is %s', (_, facts, obstacle) => {
    expect(obstacleOf({ ...taken(first), ...facts })).toBe(obstacle);
  });
});

describe('settling', () => {
  it('leaves a clash open until something is chosen, and again when it is taken back', () => {
    expect(datesOf(openClashes(looked))).toEqual([second]);
    const settled = withChoices(looked, [choiceOf({ date: second }, linde)]);
    expect(openClashes(settled)).toEqual([]);
    expect(decisionsOf(settled)).toEqual([{ date: second, choose: 'otherRoom', roomId: 'linde' }]);
    expect(datesOf(openClashes(withoutChoice(settled, second)))).toEqual([second]);
  });

  it('keeps the clash behind a good choice, to take it back', () => {
    const settled = withChoices(looked, [choiceOf({ date: second }, { time: '20:00' })]);
    const again = withAnswer(settled, [free(first), free(second), free(third)]);
    expect(openClashes(again)).toEqual([]);
    expect(datesOf(openClashes(withoutChoice(again, second)))).toEqual([second]);
  });

  it('says what a date will be instead, and its room once the house has looked again', () => {
    const clash = taken(second);
    const inLinde = withChoices(looked, [choiceOf({ date: second }, linde)]);
    expect(insteadOf(clash, inLinde)).toEqual({ from: '18:00', to: '20:00', room: 'Linde' });
    const later = withChoices(looked, [choiceOf({ date: second }, { time: '20:30' })]);
    expect(insteadOf(clash, later)).toEqual({ from: '20:30', to: '22:30' });
    const evening = { startsAt: '2026-12-08T19:30:00Z', endsAt: '2026-12-08T21:30:00Z' };
    const room = { id: 'birke', name: 'Birke' };
    const again = withAnswer(later, [free(first), { ...free(second), ...evening, room }, free(third)]);
    expect(insteadOf(clash, again)).toEqual({ from: '20:30', to: '22:30', room: 'Birke' });
  });

  it('opens a date again when its choice no longer helps', () => {
    const settled = withChoices(looked, [choiceOf({ date: second }, linde)]);
    const again = withAnswer(settled, [free(first), taken(second, [ahorn]), free(third)]);
    expect(openClashes(again)).toEqual([taken(second, [ahorn])]);
    expect(decisionsOf(again)).toEqual([]);
  });

  describe.each([
    ['when the house looks again', withAnswer],
    ['when it refuses', withClashes],
  ])('somebody was quicker at what was chosen, %s', (_, told) => {
    const birke = { roomId: 'birke', roomName: 'Birke' };
    const wish = taken(second, [linde, ahorn, { time: '20:00' }]);
    const chosen = (alternative: Clash['alternatives'][number]) =>
      withChoices(withAnswer(nothingToSettle, [wish]), [choiceOf(wish, alternative)]);

    it('another time: it stays the time that was wished, with its rooms', () => {
      const at = { startsAt: '2026-12-01T19:00:00Z', endsAt: '2026-12-01T21:00:00Z' };
      const found = { ...taken(second, [birke, { time: '21:00' }]), ...at };
      const again = openClashes(told(chosen({ time: '20:00' }), [found]));
      expect(again).toEqual([{ ...wish, alternatives: [linde, ahorn, { time: '21:00' }] }]);
    });

    it('another room: the times are those of the room that was wished', () => {
      const found = taken(second, [ahorn, { time: '16:00' }]);
      const again = openClashes(told(chosen(linde), [found]));
      expect(again).toEqual([{ ...wish, alternatives: [ahorn, { time: '20:00' }] }]);
    });
  });

  it('forgets a clash that has gone by itself', () => {
    expect(openClashes(withAnswer(looked, [free(first), free(second)]))).toEqual([]);
  });

  it('loses nothing chosen when somebody else was quicker', () => {
    const settled = withChoices(looked, [
      { date: second, choose: 'leaveOut' },
      { date: first, choose: 'skip' },
    ]);
    const refused = withClashes(settled, [taken(third)]);
    expect(datesOf(openClashes(refused))).toEqual([third]);
    expect(decisionsOf(refused)).toEqual([{ date: second, choose: 'leaveOut' }]);
    expect(skipOf(refused)).toEqual([first]);
    expect(datesOf(refused.dates as Clash[])).toEqual([first, second, third]);
    expect(withClashes(nothingToSettle, [taken(third)]).dates).toHaveLength(1);
  });

  it('shows new clashes first and moves nothing afterwards', () => {
    const settled = withChoices(looked, [choiceOf({ date: second }, linde)]);
    const refused = withClashes(settled, [taken(third)]);
    expect(Object.keys(refused.clashes)).toEqual([third, second]);
    const again = withChoices(refused, [choiceOf({ date: third }, linde)]);
    expect(Object.keys(withAnswer(again, [free(first), free(second), free(third)]).clashes)).toEqual([
      third,
      second,
    ]);
  });

  it('counts what stays and keeps a left-out clash left out', () => {
    const settled = withChoices(looked, [{ date: second, choose: 'leaveOut' }]);
    expect(keptDates(settled)).toBe(2);
    const again = withAnswer(settled, [free(first), { ...taken(second), skipped: true }, free(third)]);
    expect(openClashes(again)).toEqual([]);
    expect(keptDates(again)).toBe(2);
  });

  it('keeps the ways out of a date that is left out, for which the house looks for none', () => {
    const settled = withChoices(looked, [{ date: second, choose: 'leaveOut' }]);
    const again = withAnswer(settled, [free(first), { ...taken(second, []), skipped: true }, free(third)]);
    expect(openClashes(withoutChoice(again, second))).toMatchObject([
      { date: second, alternatives: [linde] },
    ]);
  });

  it('says that the group itself is in the way also of what is left out, as long as something is', () => {
    const own = { occurrenceId: 'o1', reservationId: 'r1' };
    const start = withAnswer(nothingToSettle, [free(first), { ...taken(second), own }, free(third)]);
    const settled = withChoices(start, [{ date: second, choose: 'leaveOut' }]);
    const after = (found: Partial<Clash>) =>
      withAnswer(settled, [free(first), { ...taken(second, []), skipped: true, ...found }, free(third)]);
    expect(after({}).clashes[second]).toMatchObject({ own, alternatives: [linde] });
    expect(after({ verdict: 'closed' }).clashes[second]?.own).toBeUndefined();
  });

  it('tells two dates of one day apart, and says to the house which is meant', () => {
    const [stayed, moved] = [taken(second), taken(second)].map((clash, index) => ({
      ...clash,
      seriesDate: index === 0 ? second : third,
    })) as [Clash, Clash];
    const refused = withClashes(nothingToSettle, [stayed, moved]);
    expect(openClashes(refused)).toEqual([stayed, moved]);
    const settled = withChoices(refused, [choiceOf(moved, linde)]);
    expect(openClashes(settled)).toEqual([stayed]);
    expect(decisionsOf(settled)).toEqual([
      { date: second, seriesDate: third, choose: 'otherRoom', roomId: 'linde' },
    ]);
    expect(openClashes(withoutChoice(settled, keyOf(moved)))).toEqual([stayed, moved]);
    expect(openClashes(withClashes(settled, [moved]))).toHaveLength(2);
  });

  it('knows a room that would do for all', () => {
    expect(roomForAll([taken(first, [ahorn, linde]), taken(second, [{ time: '20:00' }, linde])])).toEqual(
      linde,
    );
    expect(roomForAll([taken(first, [ahorn]), taken(second, [linde])])).toBeUndefined();
    expect(roomForAll([])).toBeUndefined();
  });

  it('keeps a summer break when the wish changes', () => {
    const settled = withChoices(looked, [choiceOf({ date: second }, linde), { date: first, choose: 'skip' }]);
    expect(onlySkips(settled)).toEqual({
      ...nothingToSettle,
      choices: { [first]: { date: first, choose: 'skip' } },
    });
  });
});
