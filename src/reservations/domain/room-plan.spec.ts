import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesOfRoom, planRooms } from './room-plan.js';

describe('The rooms of a series', () => {
  it.each([
    [
      'one room for all, though another is preferred at first',
      [['a', 'b'], ['b'], ['a', 'b']],
      ['b', 'b', 'b'],
    ],
    [
      'the preferred one when several would do',
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      ['a', 'a'],
    ],
    ['as few changes as possible', [['a', 'b'], ['b'], ['c']], ['b', 'b', 'c']],
    ['a date without any room stays without', [['a'], [], ['a']], ['a', undefined, 'a']],
    ['also the first one', [[], ['a']], [undefined, 'a']],
    ['nothing at all', [[], []], [undefined, undefined]],
    ['no dates', [], []],
  ] as [string, string[][], (string | undefined)[]][])('%s', (_, free, plan) => {
    expect(planRooms(free)).toEqual(plan);
  });

  it('are free, and change as rarely as in the best of all plans', () => {
    const rooms = fc.subarray(['a', 'b', 'c']);
    fc.assert(
      fc.property(fc.array(rooms, { maxLength: 7 }), (free) => {
        const plan = planRooms(free);
        expect(plan).toHaveLength(free.length);
        for (const [index, room] of plan.entries()) {
          if (free[index]?.length === 0) expect(room).toBeUndefined();
          else expect(free[index]).toContain(room);
        }
        expect(changesOfRoom(plan)).toBe(Math.min(...allPlans(free).map(changesOfRoom)));
      }),
    );
  });
});

function allPlans(free: string[][]): (string | undefined)[][] {
  return free.reduce<(string | undefined)[][]>(
    (plans, rooms) =>
      plans.flatMap((plan) => (rooms.length ? rooms : [undefined]).map((room) => [...plan, room])),
    [[]],
  );
}
