import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { CodeFacts } from './words/notification-words.js';

/** The code for the page that waits for it. No link to it: pressing one elsewhere must never sign anybody in. */
export function codeLetter(facts: CodeFacts): Letter {
  return letterOf(wordsOf(facts.sender).code(facts), facts.to, facts.sender);
}
