import { describe, expect, it } from '@jest/globals';
import { ApiProblem, SESSION_ENDED } from '../../api/problem.js';
import { hasLeft } from './leave-group.js';

const NOW = Date.parse('2026-12-01T18:00:00Z');
const minutesAgo = (minutes: number) => NOW - minutes * 60_000;
const ended = new ApiProblem(401, { code: SESSION_ENDED });

describe('giving the task up', () => {
  it.each([
    ['the house knows the representative no more', new ApiProblem(404), undefined, true],
    ['the session ended after an answer that was lost', ended, minutesAgo(4), true],
    ['the session ended long after an answer that was lost', ended, minutesAgo(6), false],
    ['the session ended by itself', ended, undefined, false],
    ['a wrong code', new ApiProblem(401, { code: 'wrongCode' }), minutesAgo(1), false],
    ['the last one', new ApiProblem(422, { code: 'lastRepresentative' }), minutesAgo(1), false],
    ['no answer again', new ApiProblem(0), minutesAgo(1), false],
  ])('%s', (_, problem, lostAt, expected) => {
    expect(hasLeft(problem, lostAt, NOW)).toBe(expected);
  });
});
