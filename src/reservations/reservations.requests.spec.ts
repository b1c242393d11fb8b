import { describe, expect, it } from '@jest/globals';
import { moveRequest, moveSeriesRequest, reserveRequest } from './reservations.requests.js';

const wish = { roomId: 'any', date: '2026-12-08', time: '18:00', expectedParticipants: 8 };

describe('The length that somebody wishes', () => {
  const read = (minutes: number) => [
    reserveRequest.parse({ ...wish, minutes }).minutes,
    moveRequest.parse({ minutes }).minutes,
    moveSeriesRequest.parse({ minutes }).minutes,
  ];

  it.each([1, 120, 720, 721])('is taken as it is: %d minutes', (minutes) => {
    expect(read(minutes)).toEqual([minutes, minutes, minutes]);
  });

  it('is no longer than what is too long for everybody, so that nobody looks through weeks for it', () => {
    expect(read(100_000)).toEqual([721, 721, 721]);
  });
});
