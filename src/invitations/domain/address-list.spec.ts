import { describe, expect, it } from '@jest/globals';
import { readAddresses } from './address-list.js';

const emails = (...typed: string[]) => typed.map((email) => ({ email }));

describe('A typed list of addresses', () => {
  it('comes back in the order typed, names kept, spaces cut', () => {
    const typed = [{ name: 'Rosa', email: ' rosa@example.org ' }, { email: 'otto@example.org' }];
    expect(readAddresses(typed)).toEqual({
      good: [{ name: 'Rosa', email: 'rosa@example.org' }, { email: 'otto@example.org' }],
      bad: [],
    });
  });

  it('counts an address once, whatever its capitals; the first one stays', () => {
    const typed = [
      { name: 'Rosa', email: 'rosa@example.org' },
      { name: 'Jemand', email: 'ROSA@Example.org' },
      { email: 'rosa@example.org' },
    ];
    expect(readAddresses(typed).good).toEqual([{ name: 'Rosa', email: 'rosa@example.org' }]);
  });

  it('names each bad address with its place and a reason', () => {
    const { good, bad } = readAddresses(emails('rosa@example.org', 'otto', '', 'x@y@z.de'));
    expect(good).toEqual([{ email: 'rosa@example.org' }]);
    expect(bad).toEqual([
      { index: 1, email: 'otto', reason: 'In der Adresse fehlt das @-Zeichen.' },
      { index: 2, email: '', reason: 'Die Adresse fehlt.' },
      { index: 3, email: 'x@y@z.de', reason: 'Der Teil vor dem @-Zeichen stimmt nicht.' },
    ]);
  });

  it('names a bad address each time it stands there', () => {
    expect(readAddresses(emails('otto', 'otto')).bad.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('shows the first hundred characters of a long one, and no half of a character', () => {
    const { bad } = readAddresses(emails('a'.repeat(100_000), `${'a'.repeat(99)}👩`));
    expect(bad[0]?.email).toBe('a'.repeat(100));
    expect(bad[1]?.email).toBe(`${'a'.repeat(99)}\ufffd`);
  });

  it('may be empty', () => {
    expect(readAddresses([])).toEqual({ good: [], bad: [] });
  });
});
