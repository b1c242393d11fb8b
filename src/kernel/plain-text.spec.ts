import { describe, expect, it } from '@jest/globals';
import { hasControlCharacters, withoutControlCharacters } from './plain-text.js';

const BREAKERS: [string, string][] = [
  ['a carriage return', '\r'],
  ['a line feed', '\n'],
  ['NUL', '\u0000'],
  ['a tab', '\t'],
  ['escape', '\u001b'],
  ['delete', '\u007f'],
  ['next line (C1)', '\u0085'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['a right-to-left mark', '\u200f'],
  ['a right-to-left override', '\u202e'],
  ['an isolate', '\u2067'],
  ['a byte order mark', '\ufeff'],
  ['a lone high surrogate', '\ud800'],
  ['a lone low surrogate', '\udc00'],
];

describe('Text that breaks out of its line', () => {
  it.each(BREAKERS)('is found by %s', (_, character) => {
    expect(hasControlCharacters(`Gruppe${character}17`)).toBe(true);
  });

  it.each(BREAKERS)('loses %s when it is only shown', (_, character) => {
    const shown = withoutControlCharacters(`Gruppe${character}17`);
    expect(shown).toMatch(/^Gruppe[ \ufffd]17$/);
    expect(hasControlCharacters(shown)).toBe(false);
  });

  it('loses every one of them, and the spaces at its ends', () => {
    expect(withoutControlCharacters('\r\n Rosa \u202e\n')).toBe('Rosa');
  });
});

describe('Names that people have', () => {
  it.each(['Gruppe 17', 'Zoë Müller-Łęcka', 'محمد', '李', "O'Neill", '👩‍🦽 Rosa', '<b>Ü</b>', 'a%0d%0ab'])(
    'stay as they are: %s',
    (name) => {
      expect(hasControlCharacters(name)).toBe(false);
      expect(withoutControlCharacters(name)).toBe(name);
    },
  );
});
