import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { timesOf } from './occurrence-times.js';

function settled(date: string, time: string, minutes: number) {
  const times = timesOf({ date, time, minutes });
  if (times.kind === 'missing') throw new Error('This time does not exist.');
  const { start, end } = times.range;
  return { start: start.toString(), end: end.toString(), isFirstOfTwo: times.isFirstOfTwo };
}

describe('A wished wall time in UTC', () => {
  it.each([
    ['in winter', '2026-12-01', '18:00', '2026-12-01T17:00:00Z', '2026-12-01T19:00:00Z', false],
    ['in summer', '2027-07-06', '18:00', '2027-07-06T16:00:00Z', '2027-07-06T18:00:00Z', false],
    ['past midnight', '2026-12-31', '23:00', '2026-12-31T22:00:00Z', '2027-01-01T00:00:00Z', false],
    [
      'across the change to winter time',
      '2026-10-25',
      '01:30',
      '2026-10-24T23:30:00Z',
      '2026-10-25T01:30:00Z',
      false,
    ],
    [
      'in the hour that comes twice: the first',
      '2026-10-25',
      '02:30',
      '2026-10-25T00:30:00Z',
      '2026-10-25T02:30:00Z',
      true,
    ],
    [
      'across the change to summer time',
      '2027-03-28',
      '01:30',
      '2027-03-28T00:30:00Z',
      '2027-03-28T02:30:00Z',
      false,
    ],
  ])('%s', (_, date, time, start, end, isFirstOfTwo) => {
    expect(settled(date, time, 120)).toEqual({ start, end, isFirstOfTwo });
  });

  it('is none in the hour that is left out', () => {
    expect(timesOf({ date: '2027-03-28', time: '02:30', minutes: 120 })).toEqual({ kind: 'missing' });
  });

  it('lasts as long as wished, also in the nights of the change', () => {
    const dates = fc.constantFrom('2026-10-25', '2027-03-28', '2027-10-31', '2026-12-01');
    const starts = fc.integer({ min: 0, max: 95 });
    fc.assert(
      fc.property(dates, starts, fc.integer({ min: 1, max: 600 }), (date, quarter, minutes) => {
        const time = Temporal.PlainTime.from('00:00')
          .add({ minutes: quarter * 15 })
          .toString()
          .slice(0, 5);
        const times = timesOf({ date, time, minutes });
        fc.pre(times.kind === 'settled');
        const { range } = times;
        expect(range.start.until(range.end).total('minutes')).toBe(minutes);
      }),
    );
  });
});
