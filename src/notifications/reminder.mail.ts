import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { ReminderFacts } from './words/notification-words.js';

/** Reminds somebody who is invited. Says nothing about the group, unless the group wants it, and then in the text only. */
export function reminderLetter(facts: ReminderFacts): Letter {
  const letter = letterOf(wordsOf(facts.sender).reminder(facts), facts.to, facts.sender);
  return facts.unsubscribeUrl === undefined ? letter : { ...letter, unsubscribeUrl: facts.unsubscribeUrl };
}
