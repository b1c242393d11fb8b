import { describe, expect, it } from '@jest/globals';
import type { Alternative, Clash } from '../../api/shapes.js';
import { changeOf, waysOut } from './ways-out.js';

const room = (roomId: string): Alternative => ({ roomId, roomName: roomId });
const clash = (alternatives: Alternative[]): Clash => ({
  date: '2026-12-01',
  startsAt: '2026-12-01T17:00:00Z',
  endsAt: '2026-12-01T19:00:00Z',
  verdict: 'taken',
  alternatives,
});

describe('waysOut', () => {
  it('offers a few rooms and the nearest times', () => {
    const times = ['15:00', '16:00', '20:00', '20:15'].map((time) => ({ time }));
    const rooms = ['a', 'b', 'c', 'd'].map(room);
    expect(waysOut(clash([...rooms, ...times]))).toEqual([
      room('a'),
      room('b'),
      room('c'),
      { time: '16:00' },
      { time: '20:00' },
    ]);
  });

  it('change one thing in the form', () => {
    expect(changeOf({ time: '20:00' })).toEqual({ time: '20:00' });
    expect(changeOf({ roomId: 'ahorn', roomName: 'Ahorn' })).toEqual({ roomId: 'ahorn' });
  });

  it('offers what there is', () => {
    expect(waysOut(clash([]))).toEqual([]);
    expect(waysOut(clash([room('a')]))).toEqual([room('a')]);
  });
});
