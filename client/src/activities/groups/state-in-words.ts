import type { Group } from '../../api/shapes.js';
import { dayInWords } from '../../parts/date-words.js';
import { deskWords } from '../../words/words.js';

const words = deskWords.groups;

type Access = Pick<Group, 'state' | 'accessFrom' | 'accessUntil'>;

/** How the access of a group stands; the first day is said while it lies ahead. */
export function stateInWords({ state, accessFrom, accessUntil }: Access, today: string): string {
  const said = words.states[state];
  if (state !== 'active') return said;
  const from = accessFrom && accessFrom > today ? words.from(said, dayInWords(accessFrom)) : said;
  return accessUntil ? words.until(from, dayInWords(accessUntil)) : from;
}
