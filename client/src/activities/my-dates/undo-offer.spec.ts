import { describe, expect, it } from '@jest/globals';
import type { Occurrence } from '../../api/shapes.js';
import { othersOf } from './undo-offer.js';

const date = (seriesDate: string, facts: Partial<Occurrence> = {}): Occurrence =>
  ({
    id: seriesDate,
    date: seriesDate,
    seriesDate,
    reservationId: 'r1',
    state: 'cancelled',
    restorableUntil: '2026-12-01T10:10:00Z',
    ...facts,
  }) as Occurrence;
const [first, second, third] = ['2026-12-08', '2026-12-15', '2026-12-22'] as const;
const othersIn = (...dates: Occurrence[]) =>
  othersOf(dates, { reservationId: 'r1' }, [{ date: second }]).map(({ id }) => id);

describe('the others that were cancelled together', () => {
  it('are those that are still free', () => {
    expect(othersIn(date(first), date(second), date(third))).toEqual([first, third]);
  });

  it('are none of another reservation, none that take place, and none cancelled before', () => {
    const none = [
      date('2026-12-09', { reservationId: 'r2' }),
      date('2026-12-10', { state: 'planned', restorableUntil: null }),
      date('2026-12-11', { restorableUntil: '2026-12-01T10:05:00Z' }),
    ];
    expect(othersIn(...none, date(third))).toEqual([third]);
  });

  it('are told apart by the day that the rule gave, where two dates share a day', () => {
    const moved = date(third, { date: second });
    expect(othersIn(date(second), moved)).toEqual([third]);
  });
});
