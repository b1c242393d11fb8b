import type { InEachWording, Wording } from '../../kernel/wording.js';
import { deDu } from './act-de-du.js';
import { deLeicht } from './act-de-leicht.js';
import { deSie } from './act-de-sie.js';
import { en } from './act-en.js';
import type { ActWords } from './act-words.js';

const WORDS: InEachWording<ActWords> = { 'de-sie': deSie, 'de-du': deDu, 'de-leicht': deLeicht, en };

export function actWordsOf(wording: Wording): ActWords {
  return WORDS[wording];
}
