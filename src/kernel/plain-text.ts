/**
 * Characters that break out of a mail header or a calendar line (CR, LF, NUL and other controls, U+2028, U+2029)
 * or turn the reading direction so that a name looks like another one (Unicode Technical Report 36, 2.5).
 */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

export function hasControlCharacters(text: string): boolean {
  return FORBIDDEN.test(text) || !text.isWellFormed();
}

/** The same text with such characters replaced by spaces: for names that are only shown. */
export function withoutControlCharacters(text: string): string {
  return text.toWellFormed().replace(new RegExp(FORBIDDEN, 'g'), ' ').trim();
}
