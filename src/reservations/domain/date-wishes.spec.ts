import { describe, expect, it } from '@jest/globals';
import { dateWish, decideAll, decided, settledDay } from './date-wishes.js';

const day = { date: '2026-12-08', time: '18:00', minutes: 120, roomId: 'any', expectedParticipants: 8 };

describe('A decision about a date', () => {
  it.each([
    ['another room', { date: day.date, choose: 'otherRoom', roomId: 'b' }, { roomId: 'b' }],
    ['another time', { date: day.date, choose: 'otherTime', time: '19:00' }, { time: '19:00' }],
    ['to leave it out', { date: day.date, choose: 'leaveOut' }, { isSkipped: true, isGivenUp: true }],
    ['none', undefined, {}],
  ] as const)('%s', (_, decision, change) => {
    expect(decided(day, decision)).toEqual({ ...day, ...change });
  });

  it('does not give up what the rule skips', () => {
    const skipped = { ...day, isSkipped: true };
    expect(decided(skipped, { date: day.date, choose: 'leaveOut' })).toEqual(skipped);
  });
});

describe('Decisions about a series', () => {
  const [first, second, third] = [
    { ...day, seriesDate: '2026-12-01' },
    { ...day, time: '10:00' },
    { ...day, date: '2026-12-15' },
  ];
  const days = [first, second, third];
  const leftOut = (decision: { date: string; seriesDate?: string }) =>
    decideAll(days, [{ ...decision, choose: 'leaveOut' }]).map(({ isSkipped }) => isSkipped === true);
  it.each([
    ['the date of that day', { date: '2026-12-15' }, [false, false, true]],
    ['the one that moved there', { date: day.date, seriesDate: '2026-12-01' }, [true, false, false]],
    ['the one that belongs there', { date: day.date, seriesDate: day.date }, [false, true, false]],
    ['neither of two that share the day', { date: day.date }, [false, false, false]],
    [
      'none that is elsewhere by now',
      { date: '2026-12-15', seriesDate: '2026-12-01' },
      [false, false, false],
    ],
  ])('are about %s', (_, decision, expected) => {
    expect(leftOut(decision)).toEqual(expected);
  });
});

describe('The wish for a date', () => {
  it('stands in UTC and holds the room for the buffer too', () => {
    const wish = dateWish(settledDay(day), ['a', 'b'], 15);
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
    expect(dateWish(settledDay({ ...day, seriesDate: '2026-12-01' }), [], 0).seriesDate).toBe('2026-12-01');
  });

  it.each([
    ['nothing of its time', {}, '19:00'],
    ['more people', { expectedParticipants: 9 }, '19:00'],
    ['a shorter time', { minutes: 110 }, '19:00'],
    ['a much shorter time', { minutes: 60 }, '18:15'],
    ['a longer time', { minutes: 135 }, '19:30'],
    ['another day', { date: '2026-12-09' }, '19:15'],
    ['another room', { roomId: 'b' }, '19:15'],
  ])('takes a buffer that has grown for %s only where it asks for more', (_, change, until) => {
    const standing = { ...day, roomId: 'a' };
    const { range } = settledDay(standing);
    const held = { roomId: 'a', serverId: 'server', range, until: range.end, people: 8 };
    const wish = dateWish(settledDay({ ...standing, ...change, held }), [], 15);
    expect(wish.holds.end.toString().slice(11, 16)).toBe(until);
  });

  it('lies right after the change where its hour does not exist, and says so', () => {
    const wish = dateWish(settledDay({ ...day, date: '2027-03-28', time: '02:30' }), [], 0);
    expect(wish.isMissing).toBe(true);
    expect(wish.range.start.toString()).toBe('2027-03-28T01:30:00Z');
  });

  it('means the first of two equal hours, and says so', () => {
    const settled = settledDay({ ...day, date: '2027-10-31', time: '02:30' });
    expect(settled.isFirstOfTwo).toBe(true);
    expect(settled.range.start.toString()).toBe('2027-10-31T00:30:00Z');
  });
});
