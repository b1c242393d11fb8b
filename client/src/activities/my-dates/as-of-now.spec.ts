import { describe, expect, it } from '@jest/globals';
import { hasEndedSince, isRunning } from './as-of-now.js';

const at = (time: string): number => Date.parse(`2026-12-01T${time}:00Z`);
const date = (state: 'planned' | 'cancelled' = 'planned') => ({
  state,
  startsAt: '2026-12-01T18:00:00Z',
  endsAt: '2026-12-01T20:00:00Z',
});

describe('A date as of now', () => {
  it.each([
    ['17:59', false],
    ['18:00', true],
    ['19:59', true],
    ['20:01', true],
  ])('at %s is running: %s', (now, isTrue) => {
    expect(isRunning(date(), at(now))).toBe(isTrue);
    expect(isRunning(date('cancelled'), at(now))).toBe(false);
  });

  it.each([
    ['18:00', '19:59', false],
    ['18:00', '20:00', true],
    ['19:59', '20:30', true],
    ['20:00', '20:30', false],
  ])('read at %s has ended at %s: %s', (readAt, now, isTrue) => {
    expect(hasEndedSince([date('cancelled'), date()], at(readAt), at(now))).toBe(isTrue);
    expect(hasEndedSince([date('cancelled')], at(readAt), at(now))).toBe(false);
  });
});
