import { CHANGED_MEANWHILE, clashesOf, type ApiProblem } from '../../api/problem.js';
import type { Occurrence } from '../../api/shapes.js';
import { clockInWords } from '../../parts/date-words.js';
import { houseWords } from '../../words/words.js';
import type { ActState } from './act-flow.js';

const words = houseWords.dates;

/** Why it did not go: in own words where those of the house, which knows nothing of this page, would not help on. */
export function refusedInWords(
  { act, scope }: Pick<ActState, 'act' | 'scope'>,
  problem: ApiProblem,
  { endsAt }: Pick<Occurrence, 'endsAt'>,
): ApiProblem | string {
  if (problem.status === CHANGED_MEANWHILE) return words.stale;
  const clashes = clashesOf(problem);
  const [clash] = clashes;
  if (!clash) return problem;
  if (act === 'extend') return words.notExtended(words.afterwards[clash.verdict], clockInWords(endsAt));
  return act === 'restore' && scope !== 'one' ? words.notRestored(clashes.length) : problem;
}
