import { deDuJoin } from './de-du/join.js';
import { deLeichtJoin } from './de-leicht/join.js';
import { deSieJoin } from './de-sie/join.js';
import { enJoin } from './en/join.js';
import type { JoinWords } from './join-words.js';

const WORDS: ReadonlyMap<string, JoinWords> = new Map([
  ['de-sie', deSieJoin],
  ['de-du', deDuJoin],
  ['de-leicht', deLeichtJoin],
  ['en', enJoin],
]);

/** The server says how its page speaks; what is not known here speaks as the house does by itself. */
export function joinWordsIn(wording: string): JoinWords {
  return WORDS.get(wording) ?? deSieJoin;
}
