import type { Occurrence, Scope } from '../../api/shapes.js';
import { dayInWords, periodInWords } from '../../parts/date-words.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.dates;

/** What was cancelled, said once it is done. */
export function cancelledInWords(occurrence: Occurrence, scope: Scope): string {
  if (scope === 'all') return words.cancelledAll;
  if (scope === 'following') return words.cancelledFollowing(dayInWords(occurrence.date));
  return words.cancelled(periodInWords(occurrence));
}

/** What takes place again. */
export function restoredInWords(occurrence: Occurrence, scope: Scope): string {
  return scope === 'one' ? words.restored(periodInWords(occurrence)) : words.restoredAll;
}
