import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { GrantFacts } from './words/notification-words.js';

/** Tells a representative that the house is open to them. The group stands in the text, not in the subject. */
export function grantLetter(facts: GrantFacts): Letter {
  return letterOf(wordsOf(facts.sender).grant(facts), facts.to, facts.sender);
}
