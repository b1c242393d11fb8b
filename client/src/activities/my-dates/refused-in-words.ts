import { CHANGED_MEANWHILE, clashesOf, type ApiProblem } from '../../api/problem.js';
import type { Occurrence } from '../../api/shapes.js';
import { clockInWords } from '../../parts/date-words.js';
import { houseWords } from '../../words/words.js';
import type { ActState } from './act-flow.js';

const words = houseWords.dates;

/** Why it did not go: in own words where those of the house, which knows nothing of this page, would not help on. */
export function refusedInWords(
  { act }: Pick<ActState, 'act'>,
  problem: ApiProblem,
  { endsAt }: Pick<Occurrence, 'endsAt'>,
): ApiProblem | string {
  if (problem.status === CHANGED_MEANWHILE) return words.stale;
  const [clash] = clashesOf(problem);
  if (!clash || act !== 'extend') return problem;
  return words.notExtended(words.afterwards[clash.verdict], clockInWords(endsAt));
}
