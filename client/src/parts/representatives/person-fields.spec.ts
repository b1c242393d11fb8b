import { describe, expect, it } from '@jest/globals';
import { nameOf, trimmed } from './person-fields.js';

const known = [
  { name: 'Zoe', email: 'zoe@example.org' },
  { name: 'Karla Alt', email: 'karla@example.org' },
  { name: 'Max', email: 'max@example.org' },
];

describe('who is entered', () => {
  it.each([
    ['Karla Neu', 'Karla@Example.org', 'Karla Alt'],
    ['Nora', 'nora@example.org', 'Nora'],
  ])('%s with %s is called %s', (name, email, expected) => {
    expect(nameOf({ name, email }, known)).toBe(expected);
  });

  it('is sent without blanks around', () => {
    expect(trimmed({ name: ' Karla ', email: ' karla@example.org ' })).toEqual({
      name: 'Karla',
      email: 'karla@example.org',
    });
  });
});
