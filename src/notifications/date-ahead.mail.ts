import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { DateAheadFacts } from './words/notification-words.js';

/** Tells a representative that a date is coming, with a link that moves it or calls it off. */
export function dateAheadLetter(facts: DateAheadFacts): Letter {
  return letterOf(wordsOf(facts.sender).dateAhead(facts), facts.to, facts.sender);
}
