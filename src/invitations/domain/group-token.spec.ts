import { describe, expect, it } from '@jest/globals';
import { readTypedToken, spellToken } from './group-token.js';

const BYTES = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const TOKEN = spellToken(BYTES);

describe('The token of a group’s link', () => {
  it('has 28 signs of five bits each, in pieces of four', () => {
    expect(TOKEN).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){6}[0-9a-hjkmnp-tv-z]{4}$/);
    expect(spellToken(BYTES)).toBe(TOKEN);
  });

  it('tells every bit of the first 140', () => {
    const others = Array.from({ length: 140 }, (_, bit) => {
      const bytes = Uint8Array.from(BYTES);
      bytes[Math.floor(bit / 8)] = (bytes[Math.floor(bit / 8)] ?? 0) ^ (128 >> (bit % 8));
      return spellToken(bytes);
    });
    expect(new Set([TOKEN, ...others]).size).toBe(141);
  });

  it('needs bytes enough', () => {
    expect(() => spellToken(BYTES.subarray(0, 17))).toThrow();
  });

  it.each([
    ['as it is', TOKEN],
    ['in capitals', TOKEN.toUpperCase()],
    ['without dashes', TOKEN.replaceAll('-', '')],
    ['with blanks', TOKEN.replaceAll('-', ' ')],
    ['with letters that look like digits', TOKEN.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('is read from paper %s', (_, typed) => {
    expect(readTypedToken(typed)).toBe(TOKEN);
  });

  it.each([
    ['too short', TOKEN.slice(0, -1)],
    ['too long', `${TOKEN}a`],
    ['of other signs', `${TOKEN.slice(0, -1)}u`],
    ['empty', ''],
    ['endless', `${TOKEN}${'-'.repeat(1000)}`],
  ])('is none when %s', (_, typed) => {
    expect(readTypedToken(typed)).toBeUndefined();
  });
});
