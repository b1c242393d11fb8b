import { SESSION_ENDED, type ApiProblem } from '../../api/problem.js';

/**
 * Whether this refusal of giving the task up means that it is given up. An answer may get lost on its way: asked again,
 * the house does not know the representative any more, or not even the session.
 */
export function hasLeft(problem: ApiProblem, mayHaveLeft: boolean): boolean {
  return problem.status === 404 || (mayHaveLeft && problem.code === SESSION_ENDED);
}

/** The house may have done it, only its answer did not come. */
export const isLost = ({ status }: ApiProblem): boolean => status === 0 || status >= 500;
