import { describe, expect, it, jest } from '@jest/globals';
import { hashPassword, isPassword } from './password.js';

/** Hashing is slow on purpose, and slower beside other tests. */
jest.setTimeout(60_000);

describe('A password', () => {
  const password = 'ein-langes-Paßwort mit Leerzeichen 🔑';

  it('opens only with exactly itself', async () => {
    const stored = await hashPassword(password);
    expect(await isPassword(password, stored)).toBe(true);
    expect(await isPassword(`${password} `, stored)).toBe(false);
    expect(await isPassword(password.toLowerCase(), stored)).toBe(false);
    expect(await isPassword('', stored)).toBe(false);
  });

  it('is the same in both ways to write an umlaut', async () => {
    const stored = await hashPassword('schl\u00fcssel');
    expect(await isPassword('schlu\u0308ssel', stored)).toBe(true);
  });

  it('is stored salted, and never as it was typed', async () => {
    const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(one).not.toBe(other);
    expect(one).not.toContain(password);
    expect(one).toMatch(/^scrypt\$[\w-]{22}\$[\w-]{43}$/);
  });

  it.each([
    ['nobody', undefined],
    ['an empty entry', ''],
    ['an entry without a hash', 'scrypt$c2FsdA$'],
    ['an entry with half a hash', 'scrypt$c2FsdA$AAAA'],
  ])('opens nothing for %s', async (_, stored) => {
    expect(await isPassword(password, stored)).toBe(false);
    expect(await isPassword('', stored)).toBe(false);
  });
});
