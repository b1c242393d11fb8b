import { describe, expect, it } from '@jest/globals';
import { paceOf, spend, waitAt } from './pace.js';

const MINUTE = 60_000;

/** When each of so many mails leaves that all wait at the beginning. */
function leaving(perMinute: number, count: number): number[] {
  const pace = paceOf(perMinute);
  let spentUntil = 0;
  let now = MINUTE;
  return Array.from({ length: count }, () => {
    now += waitAt(pace, spentUntil, now);
    spentUntil = spend(pace, spentUntil, now);
    return now;
  });
}

describe('However many mails wait', () => {
  it.each([1, 2, 3, 7, 60, 61, 600, 100_000])('at most %s leave in any minute', (perMinute) => {
    const times = leaving(perMinute, Math.min(3 * perMinute, 2000) + 3);
    const most = Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + MINUTE).length),
    );
    expect(most).toBeLessThanOrEqual(perMinute);
  });

  it.each([
    [60, 15],
    [4, 1],
  ])('at %s a minute %s leave at once', (perMinute, atOnce) => {
    const times = leaving(perMinute, atOnce + 1);
    expect(times.filter((at) => at === MINUTE)).toHaveLength(atOnce);
  });

  it('at 60 a minute the next one never waits longer than a second and a half', () => {
    const times = leaving(60, 200);
    expect(Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))).toBeLessThan(1500);
  });

  it('a pause gives no more than one share at once', () => {
    const pace = paceOf(60);
    expect(waitAt(pace, 0, 1e12)).toBe(0);
    expect(spend(pace, 0, 1e12)).toBe(1e12 + pace.everyMs);
  });

  it.each([60, 1, 100_000])(
    'a clock that goes back by a day holds up nobody, at %s a minute',
    (perMinute) => {
      const pace = paceOf(perMinute);
      const now = 1e12;
      const spentUntil = spend(pace, 0, now + 24 * 60 * MINUTE);
      expect(waitAt(pace, spentUntil, now)).toBe(0);
      expect(spend(pace, spentUntil, now)).toBe(now + pace.everyMs);
    },
  );
});
