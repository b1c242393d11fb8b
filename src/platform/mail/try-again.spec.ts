import { describe, expect, it } from '@jest/globals';
import { givenUpBefore, nextTryOf, restAfter } from './try-again.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('A mail that is refused for now', () => {
  /** Minutes from each try to the next, as long as it is tried. */
  function gaps(): number[] {
    const found: number[] = [];
    for (let now = 0, failures = 1; ; failures++) {
      const next = nextTryOf(0, now, failures);
      if (next === undefined) return found;
      found.push((next - now) / MINUTE);
      now = next;
    }
  }

  it('is tried again from 1 minute to 4 hours apart, for 72 hours', () => {
    const early = [1, 2, 4, 8, 15, 30, 60, 120];
    expect(gaps().slice(0, early.length)).toEqual(early);
    expect(gaps().slice(early.length)).toEqual(Array.from({ length: 17 }, () => 240));
    expect(Math.max(...gaps())).toBe(240);
    expect(gaps().reduce((sum, gap) => sum + gap, 0)).toBe(72 * 60);
  });

  it.each([
    ['in the last minute, once more at the end', 72 * HOUR - 1, 72 * HOUR],
    ['at the end no more', 72 * HOUR, undefined],
    ['after the end no more', 100 * HOUR, undefined],
  ])('%s', (_name, now, expected) => {
    expect(nextTryOf(0, now, 30)).toBe(expected);
  });

  it('and one that nobody could reach ends at the same hour', () => {
    expect(givenUpBefore(100 * HOUR)).toBe(28 * HOUR);
  });
});

describe('A mail server that cannot be reached', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 5],
    [1000, 5],
  ])('is left alone after failure %s for %s minutes', (failures, minutes) => {
    expect(restAfter(failures, HOUR)).toBe(HOUR + minutes * MINUTE);
  });
});
