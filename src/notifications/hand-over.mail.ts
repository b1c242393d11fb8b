import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { HandOverFacts } from './words/notification-words.js';

/** Tells somebody that they represent a group from now on. */
export function handOverLetter(facts: HandOverFacts): Letter {
  return letterOf(wordsOf(facts.sender).handOver(facts), facts.to, facts.sender);
}
