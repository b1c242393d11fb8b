import { describe, expect, it } from '@jest/globals';
import { keepTyped } from './keep-typed.js';

describe('a form that somebody else has changed meanwhile', () => {
  it('shows the new state, and keeps what was typed', () => {
    const before = { name: 'A', phone: '1', town: 'X' };
    const typed = { ...before, phone: '2' };
    const now = { name: 'B', phone: '3', town: 'X' };
    expect(keepTyped(before, typed, now)).toEqual({ name: 'B', phone: '2', town: 'X' });
  });
});
