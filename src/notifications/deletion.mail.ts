import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { DeletionFacts } from './words/notification-words.js';

/** Tells a representative on which day the access of the group is deleted, and how to keep it. */
export function deletionLetter(facts: DeletionFacts): Letter {
  return letterOf(wordsOf(facts.sender).deletion(facts), facts.to, facts.sender);
}
