import { letterOf } from '../../contact-points/sender.reader.js';
import type { InEachWording } from '../../kernel/wording.js';
import type { Letter } from '../../platform/mail/letter.js';
import { deDu } from './de-du.js';
import { deLeicht } from './de-leicht.js';
import { deSie } from './de-sie.js';
import { en } from './en.js';
import type { LetterKind, LettersFacts, NotificationWords } from './notification-words.js';

const WORDS: InEachWording<NotificationWords> = { 'de-sie': deSie, 'de-du': deDu, 'de-leicht': deLeicht, en };

/** Writes a letter of notifications/ in the wording of its sender. */
export function letter<Kind extends LetterKind>(kind: Kind, facts: LettersFacts[Kind]): Letter {
  const { to, sender, unsubscribeUrl } = facts;
  const words = WORDS[sender.wording][kind](facts);
  return { ...letterOf(words, to, sender), ...(unsubscribeUrl !== undefined && { unsubscribeUrl }) };
}
