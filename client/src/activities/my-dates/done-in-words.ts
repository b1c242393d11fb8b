import type { Reach } from '../../api/changes.js';
import type { Clash } from '../../api/shapes.js';
import { dayInWords, periodInWords } from '../../parts/date-words.js';
import { hearsInWords, type WhoHears } from '../../parts/invitees/who-hears.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.dates;

/** What was cancelled, said once it is done, and who hears of it. */
export function cancelledInWords({ occurrence, scope }: Reach, who: WhoHears): string {
  return `${whatIsCancelled({ occurrence, scope })} ${hearsInWords(who)}`;
}

function whatIsCancelled({ occurrence, scope }: Reach): string {
  if (scope === 'all') return words.cancelledAll;
  if (scope === 'following') return words.cancelledFollowing(dayInWords(occurrence.date));
  return words.cancelled(periodInWords(occurrence));
}

/** What takes place again, and who hears of it. */
export function restoredInWords({ occurrence, scope }: Reach, who: WhoHears): string {
  const said = scope === 'one' ? words.restored(periodInWords(occurrence)) : words.restoredAll;
  return `${said} ${hearsOfRestored(who)}`;
}

/** How many of a series take place again, and which do not. */
export function othersRestoredInWords(restored: number, taken: Clash[], who: WhoHears): string {
  return [
    words.restoredOthers(restored),
    hearsOfRestored(who),
    words.stillCancelled(taken.map(periodInWords).join(' · ')),
    words.seeWhatIsFree,
  ].join(' ');
}

/** The house writes to those alone who believe that it is off. */
function hearsOfRestored(who: WhoHears): string {
  return who === 'nobody' ? hearsInWords(who) : words.hearsOfRestored;
}
