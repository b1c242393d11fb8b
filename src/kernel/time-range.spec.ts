import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromSeconds, isBefore, overlaps, rangeBetween, toUtc, type TimeRange } from './time-range.js';

const at = (minute: number) => Temporal.Instant.from('2026-12-01T00:00:00Z').add({ minutes: minute });
const range = (start: number, end: number): TimeRange => ({ start: at(start), end: at(end) });

describe('Two stretches of time', () => {
  it.each([
    ['touch and do not overlap', [600, 660], [660, 720], false],
    ['overlap by one minute', [600, 661], [660, 720], true],
    ['are the same', [600, 660], [600, 660], true],
    ['lie one within the other', [600, 720], [630, 660], true],
    ['lie apart', [600, 660], [720, 780], false],
  ] as [string, [number, number], [number, number], boolean][])('%s', (_, a, b, expected) => {
    expect(overlaps(range(...a), range(...b))).toBe(expected);
    expect(overlaps(range(...b), range(...a))).toBe(expected);
  });

  it('overlap exactly when they share a minute', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(stretch, stretch, ([a, lengthA], [b, lengthB]) => {
        const minutes = new Set(Array.from({ length: lengthA }, (_, index) => a + index));
        const share = Array.from({ length: lengthB }, (_, index) => b + index).some((m) => minutes.has(m));
        expect(overlaps(range(a, a + lengthA), range(b, b + lengthB))).toBe(share);
      }),
    );
  });
});

describe('An instant', () => {
  it('is not before itself', () => {
    expect(isBefore(at(0), at(0))).toBe(false);
    expect(isBefore(at(0), at(1))).toBe(true);
    expect(isBefore(at(1), at(0))).toBe(false);
  });

  it('is written in UTC without fractions of a second', () => {
    expect(toUtc(Temporal.Instant.from('2026-12-01T18:00:00.789+01:00'))).toBe('2026-12-01T17:00:00Z');
  });

  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [1_796_144_400, '2026-12-01T17:00:00Z'],
    [1_796_144_400.1234, '2026-12-01T17:00:00.123Z'],
    [1_796_144_399.9999, '2026-12-01T17:00:00Z'],
  ])('is %s seconds after 1970: %s', (seconds, expected) => {
    expect(fromSeconds(seconds).toString()).toBe(expected);
  });
});

describe('A stretch of time from a row', () => {
  it('lies between its two instants, wherever their clocks stand', () => {
    const row = { startsAt: '2026-12-01T10:00:00Z', endsAt: '2026-12-01T12:30:00+01:00' };
    const { start, end } = rangeBetween(row);
    expect([start.equals(at(600)), end.equals(at(690))]).toEqual([true, true]);
  });
});
