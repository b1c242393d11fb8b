import { describe, expect, it } from '@jest/globals';
import type { Occurrence } from '../../api/shapes.js';
import { firstDates } from './first-dates.js';

const some = (count: number, state: Occurrence['state']) => Array.from({ length: count }, () => ({ state }));

describe('the first dates of a list', () => {
  it('are eight', () => {
    expect(firstDates(some(9, 'planned'))).toHaveLength(8);
    expect(firstDates(some(8, 'planned'))).toHaveLength(8);
    expect(firstDates([])).toEqual([]);
  });

  it('are hidden by none that a closure has called off', () => {
    const dates = [...some(7, 'cancelled'), ...some(5, 'planned'), ...some(9, 'leftOut')];
    expect(firstDates(dates)).toHaveLength(7 + 8);
    expect(firstDates([...some(9, 'cancelled'), ...some(8, 'planned')])).toHaveLength(17);
  });
});
