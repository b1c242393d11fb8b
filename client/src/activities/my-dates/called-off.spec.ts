import { describe, expect, it } from '@jest/globals';
import type { Occurrence, Scope } from '../../api/shapes.js';
import { calledOff } from './called-off.js';

const date = (day: string, facts: Partial<Occurrence> = {}) => ({
  id: day,
  reservationId: 'series',
  state: 'planned' as Occurrence['state'],
  date: day,
  startsAt: `${day}T17:00:00Z`,
  ...facts,
});
const now = Date.parse('2026-12-01T18:00:00Z');
const running = date('2026-12-01');
const third = date('2026-12-15');
const dates = [
  running,
  date('2026-12-08'),
  date('2026-12-10', { reservationId: 'another' }),
  third,
  date('2026-12-22', { state: 'cancelled' }),
  date('2026-12-29', { state: 'leftOut' }),
  date('2027-01-05'),
];
const daysOf = (scope: Scope): string[] => calledOff(third, scope, { dates, now }).map((each) => each.date);

describe('What a cancellation calls off', () => {
  it('is one date, or it and what follows, or all that lies ahead', () => {
    expect(daysOf('one')).toEqual(['2026-12-15']);
    expect(daysOf('following')).toEqual(['2026-12-15', '2027-01-05']);
    expect(daysOf('all')).toEqual(['2026-12-08', '2026-12-15', '2027-01-05']);
  });
});
