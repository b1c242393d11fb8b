import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { ClosureDatesFacts } from './words/notification-words.js';

/**
 * Tells a representative what a closure has done to the group's dates. The group stands in the text, not in the
 * subject; the reason of the closure nowhere, for groups do not see it.
 */
export function closureDatesLetter(facts: ClosureDatesFacts): Letter {
  return letterOf(wordsOf(facts.sender).closureDates(facts), facts.to, facts.sender);
}
