import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesOf, overlaps, type TimeRange } from '../../kernel/time-range.js';
import { nearestFreeTimes, roomsToChoose } from './alternatives.js';
import { busyTimes, isBusyBetween } from './busy-times.js';

/** Wall time of the example's day, a winter day without a change of the clocks. */
const at = (time: string) =>
  Temporal.PlainDateTime.from(`2026-12-08T${time}`).toZonedDateTime('Europe/Berlin').toInstant();
const range = (start: string, end: string): TimeRange => ({ start: at(start), end: at(end) });
const busy = (ranges: TimeRange[]) =>
  busyTimes(ranges.map(({ start, end }) => [start.epochMilliseconds, end.epochMilliseconds] as const));
const openingHours = range('07:00', '23:00');

const timesOf = (wished: TimeRange, taken: TimeRange[], window = openingHours) => {
  const length = minutesOf(wished) * 60_000;
  const isFree = (start: number) => !isBusyBetween(busy(taken), start, start + length);
  return nearestFreeTimes(wished, window, isFree).map((offer) => ('time' in offer ? offer.time : 'a room'));
};

/** The example's day in quarters of an hour after the opening at 07:00; the house closes after 64 of them. */
const quarterRange = (start: number, quarters: number): TimeRange => ({
  start: openingHours.start.add({ minutes: start * 15 }),
  end: openingHours.start.add({ minutes: (start + quarters) * 15 }),
});
const quartersAfterOpening = (time: string) => openingHours.start.until(at(time)).total('minutes') / 15;

describe('Other times on the same day', () => {
  it('name no time twice where the clocks are put back: it would mean the first', () => {
    const wish = Temporal.Instant.from('2027-10-31T02:00Z');
    const night = { start: Temporal.Instant.from('2027-10-30T22:00Z'), end: wish.add({ hours: 3 }) };
    const isFree = (start: number) =>
      start >= Date.parse('2027-10-31T00:30Z') && start < wish.epochMilliseconds;
    expect(nearestFreeTimes({ start: wish, end: wish.add({ hours: 1 }) }, night, isFree)).toEqual([
      { time: '02:30' },
      { time: '02:45' },
    ]);
  });

  it.each([
    [
      'two before and two after',
      '18:00',
      '20:00',
      [['18:00', '20:00']],
      ['15:45', '16:00', '20:00', '20:15'],
    ],
    [
      'close to what is taken on both sides',
      '18:00',
      '19:00',
      [['17:00', '18:30']],
      ['15:45', '16:00', '18:30', '18:45'],
    ],
    ['only later ones in the morning', '07:00', '08:00', [['07:00', '08:00']], ['08:00', '08:15']],
    ['only earlier ones in the evening', '21:00', '23:00', [['21:00', '23:00']], ['18:45', '19:00']],
    [
      'in a gap that is just long enough',
      '18:00',
      '19:00',
      [
        ['07:00', '17:00'],
        ['18:00', '23:00'],
      ],
      ['17:00'],
    ],
    [
      'in no gap that is too short',
      '18:00',
      '20:00',
      [
        ['07:00', '17:00'],
        ['18:00', '23:00'],
      ],
      [],
    ],
    ['the wished time itself when it is free', '18:00', '19:00', [], ['17:30', '17:45', '18:00', '18:15']],
  ] as [string, string, string, [string, string][], string[]][])('%s', (_, start, end, taken, expected) => {
    expect(
      timesOf(
        range(start, end),
        taken.map(([from, to]) => range(from, to)),
      ),
    ).toEqual(expected);
  });

  it('never begin before what is left of the day', () => {
    const wished = range('18:00', '20:00');
    expect(timesOf(wished, [wished], range('17:45', '23:00'))).toEqual(['20:00', '20:15']);
  });

  it('are none when the window is empty or turned round', () => {
    const wished = range('18:00', '20:00');
    expect(timesOf(wished, [], range('23:00', '23:00'))).toEqual([]);
    expect(timesOf(wished, [], range('23:00', '07:00'))).toEqual([]);
  });

  it('lie within the window, never overlap what is taken, and are at most two on each side', () => {
    const wish = fc.tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 2, max: 16 }));
    fc.assert(
      fc.property(wish, fc.array(wish, { maxLength: 12 }), ([first, length], others) => {
        const taken = others.map(([start, quarters]) => quarterRange(start, quarters));
        const offers = timesOf(quarterRange(first, length), taken).map((time) => {
          const start = quartersAfterOpening(time);
          return { start, range: quarterRange(start, length) };
        });
        for (const { start, range: offered } of offers) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + length).toBeLessThanOrEqual(64);
          expect(taken.some((other) => overlaps(other, offered))).toBe(false);
        }
        expect(offers.filter(({ start }) => start < first).length).toBeLessThanOrEqual(2);
        expect(offers.filter(({ start }) => start >= first).length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('leave out no free time that lies nearer', () => {
    const wish = fc.tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 2, max: 16 }));
    fc.assert(
      fc.property(wish, fc.array(wish, { maxLength: 12 }), ([first, length], others) => {
        const isTaken = (quarter: number) =>
          others.some(([start, span]) => quarter >= start && quarter < start + span);
        const isFree = (start: number) =>
          Array.from({ length }, (_, index) => start + index).every(
            (quarter) => quarter < 64 && !isTaken(quarter),
          );
        const free = Array.from({ length: 64 }, (_, start) => start).filter(isFree);
        const nearest = [
          ...free.filter((start) => start < first).slice(-2),
          ...free.filter((start) => start >= first).slice(0, 2),
        ];
        const taken = others.map(([start, span]) => quarterRange(start, span));
        expect(timesOf(quarterRange(first, length), taken).map(quartersAfterOpening)).toEqual(nearest);
      }),
    );
  });
});

describe('Other rooms to choose', () => {
  const rooms = Array.from({ length: 12 }, (_, index) => ({ id: `${index}`, name: `Raum ${index}` }));

  it('are ten at most, in the order given', () => {
    const shown = rooms.slice(0, 10).map(({ id, name }) => ({ roomId: id, roomName: name }));
    expect(roomsToChoose(rooms)).toEqual(shown);
    expect(roomsToChoose(rooms.slice(0, 2))).toEqual(shown.slice(0, 2));
    expect(roomsToChoose([])).toEqual([]);
  });
});
