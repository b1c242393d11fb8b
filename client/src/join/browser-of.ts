import type { Browser } from '../words/join-words.js';

export interface Device {
  userAgent: string;
  /** Tablets of Apple call themselves a Macintosh, which has no touch screen. */
  maxTouchPoints: number;
}

/** The first that fits: many call themselves by the names of others as well. */
const KINDS: readonly (readonly [RegExp, Browser])[] = [
  [/(iPhone|iPad|iPod).*(CriOS|FxiOS|EdgiOS|OPiOS|DuckDuckGo)/, 'iphoneApp'],
  [/iPhone|iPad|iPod/, 'iphone'],
  [/Android.*Firefox/, 'androidFirefox'],
  [/Android/, 'android'],
  [/Edg(e|A)?\//, 'edge'],
  [/Firefox\//, 'firefox'],
  [/OPR\/|Vivaldi\//, 'other'],
  [/Chrome\/|Chromium\//, 'chrome'],
  [/Version\/[\d.]+ .*Safari\//, 'safari'],
];

/** Which browser it is, as far as cures differ: only to find the right words, never to decide what it can do. */
export function browserOf({ userAgent, maxTouchPoints }: Device): Browser {
  const isTablet = userAgent.includes('Macintosh') && maxTouchPoints > 1;
  const name = isTablet ? `iPad ${userAgent}` : userAgent;
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
