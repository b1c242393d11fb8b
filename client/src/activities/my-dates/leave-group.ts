import { GONE, SESSION_ENDED, type ApiProblem } from '../../api/problem.js';

const BELIEVED_MS = 5 * 60_000;

/**
 * Whether this refusal of giving the task up means that it is given up. An answer may get lost on its way: asked again,
 * the house does not know the representative any more, or not even the session. Sessions also end by themselves: only
 * soon after the answer that was lost it was this.
 */
export function hasLeft(problem: ApiProblem, lostAt: number | undefined, now: number): boolean {
  const isFresh = lostAt !== undefined && now - lostAt < BELIEVED_MS;
  return problem.status === GONE || (isFresh && problem.code === SESSION_ENDED);
}
