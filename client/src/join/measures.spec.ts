import { describe, expect, it } from '@jest/globals';
import { connectionOf } from './connection.js';
import { HEARD_FROM, loudnessOf } from './loudness.js';

const tone = (height: number) =>
  Float32Array.from({ length: 2048 }, (_, index) => height * Math.sin((index * 2 * Math.PI * 20) / 2048));

describe('A connection', () => {
  it.each([
    ['good', true, [350, 40, 45]],
    ['good', true, [399]],
    ['slow', true, [900, 400, 700]],
    ['good', true, [900, 120]],
    ['away', true, []],
    ['offline', false, []],
    // The browser may be wrong about the line: an answer is an answer.
    ['good', false, [30]],
  ] as const)('is %s: online %s, round trips %j', (expected, isOnline, roundTrips) => {
    expect(connectionOf({ isOnline, roundTrips: [...roundTrips] })).toBe(expected);
  });
});

describe('Loudness', () => {
  it.each([
    ['silence', new Float32Array(2048), 0],
    ['nothing at all', new Float32Array(0), 0],
    ['far below what can be heard', tone(0.00001), 0],
    ['as loud as can be', Float32Array.of(1, -1, 1, -1), 1],
    ['louder than that', Float32Array.of(3, -3), 1],
  ])('%s', (_, samples, expected) => {
    expect(loudnessOf(samples)).toBe(expected);
  });

  it('tells a voice from a quiet room', () => {
    expect(loudnessOf(tone(0.1))).toBeGreaterThan(HEARD_FROM);
    expect(loudnessOf(tone(0.003))).toBeLessThan(HEARD_FROM);
  });
});
