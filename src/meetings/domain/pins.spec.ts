import { describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { newPins, pinInWords, readPin } from './pins.js';

describe('PINs', () => {
  it('have nine digits, the first no zero, and are all different', () => {
    const pins = newPins(1000, randomInt);
    expect(new Set(pins).size).toBe(1000);
    expect(pins.every((pin) => /^[1-9]\d{8}$/.test(String(pin)))).toBe(true);
  });

  it('are drawn anew when one comes twice', () => {
    const drawn = [123456789, 123456789, 987654321];
    expect(newPins(2, () => drawn.shift() ?? 0)).toEqual([123456789, 987654321]);
  });

  it('are shown in three parts', () => {
    expect(pinInWords('123456789')).toBe('123 456 789');
    expect(readPin(pinInWords('123456789'))).toBe(123456789);
  });

  it.each([
    ['123456789', 123456789],
    [' 123 456 789 ', 123456789],
    ['123-456-789', 123456789],
    ['012345678', undefined],
    ['12345678', undefined],
    ['1234567890', undefined],
    ['12345678a', undefined],
    ['', undefined],
    ['1e8', undefined],
  ])('typed as %j: %s', (typed, pin) => {
    expect(readPin(typed)).toBe(pin);
  });
});
