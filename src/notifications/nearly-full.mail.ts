import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { NearlyFullFacts } from './words/notification-words.js';

/** Tells the operator that a Jitsi server will soon have no room left; names no group and no contact point. */
export function nearlyFullLetter(facts: NearlyFullFacts): Letter {
  return letterOf(wordsOf(facts.sender).nearlyFull(facts), facts.to, facts.sender);
}
