import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { overlaps, type TimeRange } from '../../kernel/time-range.js';
import { busyTimes, isBusy } from './busy-times.js';

const range = (start: number, end: number): TimeRange => ({
  start: Temporal.Instant.fromEpochMilliseconds(start),
  end: Temporal.Instant.fromEpochMilliseconds(end),
});

describe('Busy times', () => {
  it('are put in order and merged where they meet', () => {
    expect(
      busyTimes([
        [50, 60],
        [10, 20],
        [15, 30],
        [30, 40],
      ]),
    ).toEqual([
      [10, 40],
      [50, 60],
    ]);
  });

  it('of nothing are never busy', () => {
    expect(isBusy(undefined, range(0, 10))).toBe(false);
    expect(isBusy([], range(0, 10))).toBe(false);
  });

  it('are busy exactly where one of the stretches overlaps', () => {
    const stretch = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 10 }), stretch, (stretches, [start, length]) => {
        const held = stretches.map(([from, span]) => [from, from + span] as const);
        const asked = range(start, start + length);
        const expected = held.some(([from, to]) => overlaps(range(from, to), asked));
        expect(isBusy(busyTimes(held), asked)).toBe(expected);
      }),
    );
  });
});
