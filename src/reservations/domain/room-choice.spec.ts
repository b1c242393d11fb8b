import { describe, expect, it } from '@jest/globals';
import { fittingRooms, roomsInstead, type Candidate } from './room-choice.js';

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

describe('The rooms that stand in for one that is taken or closed', () => {
  const reservable = rooms.filter(({ kind }) => kind !== 'practice');
  it.each([
    ['ahorn', ['birke', 'eiche', 'saal']],
    ['eiche', ['saal']],
    ['saal', []],
    ['abgerissen', ['ahorn', 'birke', 'eiche', 'saal']],
  ])('%s: those of its kind and larger ones, the smallest first', (closed, expected) => {
    expect(roomsInstead(closed, reservable).map(({ id }) => id)).toEqual(expected);
  });

  it('may be smaller if they are of its kind', () => {
    const small: Candidate = { id: 'linde', kind: 'group', seats: 20 };
    expect(roomsInstead('eiche', [...reservable, small]).map(({ id }) => id)).toEqual(['linde', 'saal']);
  });
});
