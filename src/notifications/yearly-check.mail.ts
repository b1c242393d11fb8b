import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { YearlyCheckFacts } from './words/notification-words.js';

/** Asks a representative whether the group still uses the house. */
export function yearlyCheckLetter(facts: YearlyCheckFacts): Letter {
  return letterOf(wordsOf(facts.sender).yearlyCheck(facts), facts.to, facts.sender);
}
