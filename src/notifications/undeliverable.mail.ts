import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { UndeliverableFacts } from './words/notification-words.js';

/** Tells a representative that somebody invited got nothing. Who it is stands in the house, never in the mail. */
export function undeliverableLetter(facts: UndeliverableFacts): Letter {
  return letterOf(wordsOf(facts.sender).undeliverable(facts), facts.to, facts.sender);
}
