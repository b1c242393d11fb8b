import type { Sender } from '../../contact-points/sender.reader.js';
import type { InEachWording } from '../../kernel/wording.js';
import { deDu } from './de-du.js';
import { deLeicht } from './de-leicht.js';
import { deSie } from './de-sie.js';
import { en } from './en.js';
import type { NotificationWords } from './notification-words.js';

const WORDS: InEachWording<NotificationWords> = { 'de-sie': deSie, 'de-du': deDu, 'de-leicht': deLeicht, en };

export function wordsOf({ wording }: Sender): NotificationWords {
  return WORDS[wording];
}
