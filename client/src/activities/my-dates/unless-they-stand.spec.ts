import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { Occurrence } from '../../api/shapes.js';
import { unlessTheyStand } from './unless-they-stand.js';

const date = (id: string, state: Occurrence['state']): Occurrence => ({ id, state }) as Occurrence;
const meant = [date('o1', 'planned'), date('o2', 'planned')];
const cancelled = meant.map(({ id }) => date(id, 'cancelled'));

const cancelling = (status: number, now: Occurrence[]): Promise<Occurrence[]> => {
  const lookAgain = () => Promise.resolve(now);
  const refused = Promise.reject<Occurrence[]>(new ApiProblem(status));
  return refused.catch(unlessTheyStand({ state: 'cancelled', meant, lookAgain }));
};

describe('dates that were to be cancelled', () => {
  it.each([
    ['no answer came', 0],
    ['the answer was lost in between', 502],
    ['somebody else was quicker, or it was pressed again', 412],
  ])('are, where they stand so although %s', async (_, status) => {
    await expect(cancelling(status, [date('o3', 'planned'), ...cancelled])).resolves.toEqual(cancelled);
  });

  it.each([
    ['one of them takes place', [date('o1', 'cancelled'), date('o2', 'planned')]],
    ['they are listed as before, as nobody could look', meant],
    ['one is not listed any more', [date('o1', 'cancelled')]],
  ])('are not, where %s', async (_, now) => {
    await expect(cancelling(0, now)).rejects.toMatchObject({ status: 0 });
  });

  it('are not looked at when the session has ended', async () => {
    await expect(cancelling(401, cancelled)).rejects.toMatchObject({ status: 401 });
  });
});
