import { describe, expect, it } from '@jest/globals';
import { splitAddresses } from './split-addresses.js';

describe('splitAddresses', () => {
  it('splits at commas, semicolons, line breaks and blanks', () => {
    const text = 'a@example.org, b@example.org;c@example.org\r\n\n d@example.org e@example.org ,';
    expect(splitAddresses(text).map(({ email }) => email[0])).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('understands names', () => {
    expect(splitAddresses('Maria <m@example.org>; "Muster, Max" <x@example.org>; <y@example.org>')).toEqual([
      { name: 'Maria', email: 'm@example.org' },
      { name: 'Muster, Max', email: 'x@example.org' },
      { email: 'y@example.org' },
    ]);
  });

  it('merges the same address in other letters and keeps a name', () => {
    expect(splitAddresses('M@Example.org, Maria <m@example.org>')).toEqual([
      { name: 'Maria', email: 'M@Example.org' },
    ]);
  });

  it('leaves what is no address for the house to name', () => {
    expect(splitAddresses('maria at example')).toEqual([{ email: 'maria at example' }]);
    expect(splitAddresses(' \n ; , <> ')).toEqual([]);
  });
});
