import { describe, expect, it } from '@jest/globals';
import { ApiProblem, SESSION_ENDED } from '../../api/problem.js';
import { hasLeft, isLost } from './leave-group.js';

const ended = new ApiProblem(401, { code: SESSION_ENDED });

describe('giving the task up', () => {
  it.each([
    ['the house knows the representative no more', new ApiProblem(404), false, true],
    ['the session ended after an answer that was lost', ended, true, true],
    ['the session ended by itself', ended, false, false],
    ['a wrong code', new ApiProblem(401, { code: 'wrongCode' }), true, false],
    ['the last one', new ApiProblem(422, { code: 'lastRepresentative' }), true, false],
    ['no answer again', new ApiProblem(0), true, false],
  ])('%s', (_, problem, mayHaveLeft, expected) => {
    expect(hasLeft(problem, mayHaveLeft)).toBe(expected);
  });

  it.each([
    [0, true],
    [502, true],
    [401, false],
    [404, false],
    [422, false],
  ])('with status %i the answer may be lost: %s', (status, expected) => {
    expect(isLost(new ApiProblem(status))).toBe(expected);
  });
});
