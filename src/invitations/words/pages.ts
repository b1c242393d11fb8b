import type { InEachWording, Wording } from '../../kernel/wording.js';
import { deDu } from './pages-de-du.js';
import { deLeicht } from './pages-de-leicht.js';
import { deSie } from './pages-de-sie.js';
import { en } from './pages-en.js';
import type { PageWords } from './pages-words.js';

const WORDS: InEachWording<PageWords> = { 'de-sie': deSie, 'de-du': deDu, 'de-leicht': deLeicht, en };

export function pageWordsOf(wording: Wording): PageWords {
  return WORDS[wording];
}

/** Of a page where nobody is known yet: the page from which they come says how it speaks. */
export function pathIn(path: string, wording: Wording): string {
  return wording === 'de-sie' ? path : `${path}?wording=${wording}`;
}
