import { describe, expect, it } from '@jest/globals';
import { hasEndedSince, isGone, isRunning } from './as-of-now.js';

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

describe('A date that is gone for good', () => {
  it.each([
    ['no, as long as that can be taken back', { restorableUntil: '2026-12-01T12:10:00Z' }, '12:09', false],
    ['from then on', { restorableUntil: '2026-12-01T12:10:00Z' }, '12:10', true],
    ['called off long ago', {}, '12:00', true],
    ['no, the house called it off and says why', { reason: 'Geschlossen' }, '12:00', false],
    ['no, it was left out', { state: 'leftOut' }, '12:00', false],
    ['no, it takes place', { state: 'planned' }, '12:00', false],
  ] as const)('%s', (_, change, now, isTrue) => {
    const calledOff = { state: 'cancelled', restorableUntil: null, ...change } as const;
    expect(isGone(calledOff, at(now))).toBe(isTrue);
  });
});
