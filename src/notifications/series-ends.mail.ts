import { letterOf } from '../contact-points/sender.reader.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordsOf } from './words/all-wordings.js';
import type { SeriesEndsFacts } from './words/notification-words.js';

/** Tells a representative that a series ends soon, while its room may still be free. */
export function seriesEndsLetter(facts: SeriesEndsFacts): Letter {
  return letterOf(wordsOf(facts.sender).seriesEnds(facts), facts.to, facts.sender);
}
