import { describe, expect, it } from '@jest/globals';
import { fittingRooms, type Candidate } from './room-choice.js';

const rooms: Candidate[] = [
  { id: 'eiche', kind: 'group', seats: 25 },
  { id: 'ahorn', kind: 'talk', seats: 12 },
  { id: 'probe', kind: 'practice', seats: 4 },
  { id: 'birke', kind: 'talk', seats: 12 },
  { id: 'saal', kind: 'information', seats: 50 },
];

describe('The rooms that fit', () => {
  it.each([
    [1, ['ahorn', 'birke', 'eiche', 'saal']],
    [4, ['ahorn', 'birke', 'eiche', 'saal']],
    [12, ['ahorn', 'birke', 'eiche', 'saal']],
    [13, ['eiche', 'saal']],
    [25, ['eiche', 'saal']],
    [26, ['saal']],
    [50, ['saal']],
    [51, []],
  ])('%i people, the smallest first, never the practice room', (people, expected) => {
    expect(fittingRooms(rooms, people).map(({ id }) => id)).toEqual(expected);
  });

  it('leave the given list as it was', () => {
    const before = rooms.map(({ id }) => id);
    fittingRooms(rooms, 1);
    expect(rooms.map(({ id }) => id)).toEqual(before);
  });
});
