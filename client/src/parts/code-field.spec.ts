import { describe, expect, it } from '@jest/globals';
import { digitsOf, groupDigits } from './code-field.js';

describe('code field', () => {
  it('groups digits like the mail does', () => {
    expect(groupDigits(' 12 34-56\n78')).toBe('1234 5678');
    expect(groupDigits('1234')).toBe('1234');
    expect(digitsOf('1234 5678')).toBe('12345678');
  });
});
