import { describe, expect, it } from '@jest/globals';
import { merged, typedAs } from './kept-list.js';
import { splitAddresses } from './split-addresses.js';

const maria = { name: 'Maria', email: 'm@example.org' };
const max = { name: 'Muster, Max', email: 'x@example.org' };
const nameless = { email: 'y@example.org' };

describe('The kept list of a group', () => {
  it('is put into the form as people would type it, and read again the same', () => {
    expect(typedAs([maria, max, nameless])).toBe(
      'Maria <m@example.org>\n"Muster, Max" <x@example.org>\ny@example.org',
    );
    expect(splitAddresses(typedAs([maria, max, nameless]))).toEqual([maria, max, nameless]);
  });

  it('takes up whom it does not know, and nobody twice', () => {
    expect(merged([maria, nameless], [{ email: 'M@Example.org' }, max])).toEqual([maria, nameless, max]);
    expect(merged([nameless], [{ name: 'Yara', email: 'y@example.org' }])).toEqual([
      { name: 'Yara', email: 'y@example.org' },
    ]);
    expect(merged([], [])).toEqual([]);
  });
});
