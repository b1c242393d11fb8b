import { describe, expect, it } from '@jest/globals';
import { dateWish, decided } from './date-wishes.js';

const day = { date: '2026-12-08', time: '18:00', minutes: 120, roomId: 'any', expectedParticipants: 8 };

describe('A decision about a date', () => {
  it.each([
    ['another room', { date: day.date, choose: 'otherRoom', roomId: 'b' }, { roomId: 'b' }],
    ['another time', { date: day.date, choose: 'otherTime', time: '19:00' }, { time: '19:00' }],
    ['to leave it out', { date: day.date, choose: 'leaveOut' }, { isSkipped: true }],
    ['none', undefined, {}],
  ] as const)('%s', (_, decision, change) => {
    expect(decided(day, decision)).toEqual({ ...day, ...change });
  });
});

describe('The wish for a date', () => {
  it('stands in UTC and holds the room for the buffer too', () => {
    const { wish } = dateWish(day, ['a', 'b'], 15);
    expect([wish.range.start, wish.range.end, wish.holds.end].map(String)).toEqual([
      '2026-12-08T17:00:00Z',
      '2026-12-08T19:00:00Z',
      '2026-12-08T19:15:00Z',
    ]);
    expect(wish).toMatchObject({
      seriesDate: '2026-12-08',
      roomIds: ['a', 'b'],
      people: 8,
      isLeftOut: false,
    });
  });

  it('keeps its name in the series when it moves', () => {
    expect(dateWish({ ...day, seriesDate: '2026-12-01' }, [], 0).wish.seriesDate).toBe('2026-12-01');
  });

  it.each([
    ['another room', {}, 'server'],
    ['a later start', { time: '18:30', minutes: 90 }, 'server'],
    ['fewer people', { expectedParticipants: 5 }, 'server'],
    ['more people', { expectedParticipants: 9 }, undefined],
    ['a longer time', { minutes: 135 }, undefined],
    ['an earlier start', { time: '17:45' }, undefined],
    ['another day', { date: '2026-12-09' }, undefined],
  ])('is carried by its server already for %s', (_, change, server) => {
    const { start, end } = dateWish(day, [], 0).wish.range;
    const held = { roomId: 'a', serverId: 'server', range: { start, end }, people: 8 };
    expect(dateWish({ ...day, ...change, held }, [], 0).wish.carriedBy).toBe(server);
  });

  it('lies right after the change where its hour does not exist, and says so', () => {
    const { wish } = dateWish({ ...day, date: '2027-03-28', time: '02:30' }, [], 0);
    expect(wish.isMissing).toBe(true);
    expect(wish.range.start.toString()).toBe('2027-03-28T01:30:00Z');
  });

  it('means the first of two equal hours, and says so', () => {
    const { wish, isFirstOfTwo } = dateWish({ ...day, date: '2027-10-31', time: '02:30' }, [], 0);
    expect(isFirstOfTwo).toBe(true);
    expect(wish.range.start.toString()).toBe('2027-10-31T00:30:00Z');
  });
});
