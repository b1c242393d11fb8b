import { describe, expect, it } from '@jest/globals';
import { dialInInWords, isPlainAddress, readDialIn } from './jitsi-server.js';

describe('Numbers to call', () => {
  it.each([
    ['', []],
    [' , ', []],
    ['DE +49 231 1234567', [['DE', '+49 231 1234567', false, true]]],
    [
      'DE +49 231 1234567, AT +43 (1) 234-567 free ,',
      [
        ['DE', '+49 231 1234567', false, true],
        ['AT', '+43 (1) 234-567', true, false],
      ],
    ],
  ])('%s', (text, expected) => {
    const numbers = readDialIn(text) ?? [];
    expect(numbers.map((each): unknown[] => Object.values(each))).toEqual(expected);
    expect(readDialIn(dialInInWords(numbers))).toEqual(numbers);
  });

  it.each([
    '+49 231 1234567',
    'DE 0231 1234567',
    'de +49 231 1',
    'DE +49',
    'DE +49 231 1234567 frei',
    'DE <b>',
  ])('are not %s', (text) => {
    expect(readDialIn(text)).toBeUndefined();
  });
});

describe('The address of a server', () => {
  it.each([
    ['https://meet.example', true],
    ['http://127.0.0.1:8000/pfad/', true],
    ['ftp://meet.example', false],
    ['javascript:alert(1)', false],
    ['meet.example', false],
    ['https://', false],
    ['https://wer@meet.example', false],
    ['https://wer:geheim@meet.example', false],
    ['https://meet.example/?x=1', false],
    ['https://meet.example/#y', false],
  ])('%s: %s', (text, expected) => {
    expect(isPlainAddress(text)).toBe(expected);
  });
});
