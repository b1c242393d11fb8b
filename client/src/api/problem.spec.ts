import { describe, expect, it } from '@jest/globals';
import { ApiProblem, isLost, unlessDone } from './problem.js';
import { repeatKeyFor } from './repeat-key.js';

describe('an answer that was lost', () => {
  it.each([
    [0, true],
    [502, true],
    [401, false],
    [404, false],
    [422, false],
  ])('with status %i the answer may be lost: %s', (status, expected) => {
    expect(isLost(new ApiProblem(status))).toBe(expected);
  });

  const after = (problem: ApiProblem, look: () => Promise<string | undefined>): Promise<string> =>
    Promise.reject<string>(problem).catch(unlessDone(look));
  const done = () => Promise.resolve('done');

  it('is no problem where things stand as wished', async () => {
    await expect(after(new ApiProblem(0), done)).resolves.toBe('done');
    await expect(after(new ApiProblem(502), done)).resolves.toBe('done');
  });

  it('is answered then: the same wish is a new one', async () => {
    const key = repeatKeyFor('POST /api/groups/g1/calendar');
    await after(new ApiProblem(0), done);
    expect(repeatKeyFor('POST /api/groups/g1/calendar')).not.toBe(key);
  });

  it('stays one where they do not, where nobody can look, and where the house said no', async () => {
    const lost = new ApiProblem(0);
    await expect(after(lost, () => Promise.resolve(undefined))).rejects.toBe(lost);
    await expect(after(lost, () => Promise.reject(new ApiProblem(503)))).rejects.toBe(lost);
    const refused = new ApiProblem(422);
    await expect(after(refused, done)).rejects.toBe(refused);
  });

  it('hides no mistake of the page', async () => {
    const mistake = new TypeError('no such thing');
    await expect(after(new ApiProblem(0), () => Promise.reject(mistake))).rejects.toBe(mistake);
  });
});
