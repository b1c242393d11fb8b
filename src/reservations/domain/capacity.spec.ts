import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TimeRange } from '../../kernel/time-range.js';
import { chooseServer, fullDaysOf, levelsOf, peakOf, withPeople } from './capacity.js';
import type { ServerLoad } from './occupancy.js';

const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
const range = (start: number, end: number): TimeRange => ({ start: at(start), end: at(end) });

type Held = [start: number, end: number, people: number];

/** Each date comes with its people at its start and goes with them at its end. */
const changesOf = (held: Held[]) =>
  held.flatMap(([start, end, people]): [number, number][] => [
    [start * 60_000, people],
    [end * 60_000, -people],
  ]);

describe('The most people at any instant', () => {
  it.each([
    ['nobody', [], 0],
    ['one date that covers all', [[0, 200, 8]], 8],
    [
      'two that overlap',
      [
        [90, 130, 8],
        [110, 150, 5],
      ],
      13,
    ],
    [
      'two that touch and never meet',
      [
        [90, 130, 8],
        [130, 150, 5],
      ],
      8,
    ],
    ['what ends when the range begins', [[50, 100, 8]], 0],
    ['what begins when the range ends', [[160, 200, 8]], 0],
    [
      'a peak before the range',
      [
        [50, 90, 40],
        [95, 120, 3],
      ],
      3,
    ],
  ] as [string, Held[], number][])('%s', (_, held, peak) => {
    expect(peakOf(levelsOf(changesOf(held)), range(100, 160))).toBe(peak);
  });

  it('is what counting minute by minute says, in whatever order the steps come', () => {
    const held = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 30 }));
    const wished = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(held, { maxLength: 12 }), wished, fc.nat(), (dates, [start, length], seed) => {
        const minutes = Array.from({ length }, (_, index) => start + index);
        const inMinute = (minute: number) =>
          dates
            .filter(([from, span]) => from <= minute && minute < from + span)
            .reduce((sum, [, , n]) => sum + n, 0);
        const changes = changesOf(dates.map(([from, span, people]) => [from, from + span, people]));
        const shuffled = changes.map((change, index) => ({ change, key: (index * 7919 + seed) % 104_729 }));
        shuffled.sort((a, b) => a.key - b.key);
        const levels = levelsOf(shuffled.map(({ change }) => change));
        const peak = peakOf(levels, range(start, start + length));
        expect(peak).toBe(Math.max(...minutes.map(inMinute)));
      }),
    );
  });
});

describe('A server with more people for a while', () => {
  it('expects what it expected and them', () => {
    const before: Held[] = [
      [90, 130, 8],
      [110, 150, 5],
    ];
    const server = { id: 's', capacity: 20, isOpen: true, levels: levelsOf(changesOf(before)) };
    expect(withPeople(server, range(120, 160), 3).levels).toEqual(
      levelsOf(changesOf([...before, [120, 160, 3]])),
    );
  });
});

describe('The server for a date', () => {
  const server = (id: string, capacity: number, held: Held[] = []): ServerLoad => ({
    id,
    capacity,
    isOpen: true,
    levels: levelsOf(changesOf(held)),
  });
  const wished = [range(100, 160)];

  it('is the one with most room left, not the largest', () => {
    const servers = [server('large', 100, [[90, 120, 80]]), server('small', 40, [[90, 120, 10]])];
    expect(chooseServer(servers, wished, 8)).toBe('small');
  });

  it('is filled to the last seat and never beyond', () => {
    const servers = [server('a', 20, [[150, 170, 12]])];
    expect(chooseServer(servers, wished, 8)).toBe('a');
    expect(chooseServer(servers, wished, 9)).toBeUndefined();
  });
});

describe('A day on which a server expects', () => {
  it.each([
    [70, 100, 'is nothing to tell'],
    [71, 100, 'is nearly full'],
    [77, 110, 'is nothing to tell'],
    [100, 100, 'is nearly full'],
    [101, 100, 'is overfull'],
  ])('%i people where it carries %i %s', (people, capacity, said) => {
    const day = { serverId: 'a', date: '2026-12-08' };
    const told = fullDaysOf([{ ...day, people, capacity }]);
    expect(told).toEqual(
      said === 'is nothing to tell' ? [] : [{ ...day, isOverfull: said === 'is overfull' }],
    );
  });
});
