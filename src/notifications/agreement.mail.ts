import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { AgreementFacts } from './words/notification-words.js';

/** Tells a representative that there are new rules to agree to. */
export function agreementLetter(facts: AgreementFacts): Letter {
  return letterOf(wordsOf(facts.sender).agreement(facts), facts.to, facts.sender);
}
