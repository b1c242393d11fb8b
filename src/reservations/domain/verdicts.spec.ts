import { describe, expect, it } from '@jest/globals';
import type { TimeRange } from '../../kernel/time-range.js';
import { levelsOf } from './capacity.js';
import type { Occupancy, OwnDate } from './occupancy.js';
import { busyTimes } from './busy-times.js';
import { ownDate } from './quota.js';
import { clashesIn, judge, type DateWish } from './verdicts.js';

const at = (day: number, hour: number) =>
  Temporal.Instant.from('2026-12-01T00:00Z').add({ hours: 24 * (day - 1) + hour });
const range = (day: number, from: number, to: number): TimeRange => ({
  start: at(day, from),
  end: at(day, to),
});
const wish = (day: number, change: Partial<DateWish> = {}): DateWish => ({
  seriesDate: `2026-12-${String(day).padStart(2, '0')}`,
  range: range(day, 18, 20),
  holds: range(day, 18, 20),
  roomIds: ['a'],
  people: 8,
  isLeftOut: false,
  isMissing: false,
  ...change,
});
/** By room, when it is held or closed. */
const busy = (rooms: Record<string, TimeRange[]>) =>
  new Map(
    Object.entries(rooms).map(([id, ranges]) => [
      id,
      busyTimes(ranges.map(({ start, end }) => [start.epochMilliseconds, end.epochMilliseconds] as const)),
    ]),
  );
const empty: Occupancy = { taken: new Map(), closed: new Map(), own: [], servers: [] };
const quota = { mostRoomsAtOnce: 2, mostWeeklyMinutes: 600 };
const verdicts = (wishes: DateWish[], occupancy: Partial<Occupancy> = {}, share = quota) =>
  judge(wishes, { ...empty, ...occupancy }, share).map(({ verdict }) => verdict);

describe('The verdict on a date', () => {
  const taken = busy({ a: [range(1, 17, 19)] });
  const closed = busy({ a: [range(1, 0, 24)] });
  it.each([
    ['free', [wish(1)], {}, 'free'],
    ['taken', [wish(1)], { taken }, 'taken'],
    ['closed', [wish(1)], { closed }, 'closed'],
    ['closed before taken', [wish(1)], { taken, closed }, 'closed'],
    [
      'taken when only some of the rooms are closed',
      [wish(1, { roomIds: ['a', 'b'] })],
      { closed, taken: busy({ b: [range(1, 19, 21)] }) },
      'taken',
    ],
    [
      'taken when the buffer does not fit',
      [wish(1, { holds: range(1, 18, 21) })],
      { taken: busy({ a: [range(1, 20, 22)] }) },
      'taken',
    ],
    [
      'free when only the buffer lies in a closure',
      [wish(1, { holds: range(1, 18, 21) })],
      { closed: busy({ a: [range(1, 20, 24)] }) },
      'free',
    ],
    ['closed at an hour that does not exist', [wish(1, { isMissing: true })], {}, 'closed'],
    ['quota', [wish(1)], { own: [ownDate(range(1, 8, 10), 481)] }, 'quota'],
    ['capacity', [wish(1)], { servers: [{ id: 's', capacity: 7, isOpen: true, levels: [] }] }, 'capacity'],
  ] as [string, DateWish[], Partial<Occupancy>, string][])('%s', (_, wishes, occupancy, verdict) => {
    expect(verdicts(wishes, occupancy)).toEqual([verdict]);
  });

  it('names room and server of a free date', () => {
    const servers = [{ id: 's', capacity: 10, isOpen: true, levels: [] }];
    expect(judge([wish(1)], { ...empty, servers }, quota)[0]).toMatchObject({
      roomId: 'a',
      serverId: 's',
      isNearlyFull: true,
    });
  });
});

describe('The verdicts on a series', () => {
  it('count what was granted before: five times two hours fill a week of ten', () => {
    const daily = [7, 8, 9, 10, 11, 12, 14].map((day) => wish(day));
    expect(verdicts(daily)).toEqual(['free', 'free', 'free', 'free', 'free', 'quota', 'free']);
  });

  it('do not count what is left out', () => {
    const days = [7, 8, 9, 10, 11, 12].map((day) => wish(day, { isLeftOut: day === 7 }));
    expect(clashesIn(judge(days, empty, quota))).toEqual([]);
  });

  it('stay in one room for all, and pass over what is left out', () => {
    const taken = busy({ a: [range(3, 18, 20)], b: [range(2, 18, 20)] });
    const days = [1, 2, 3].map((day) => wish(day, { roomIds: ['a', 'b'], isLeftOut: day === 2 }));
    expect(judge(days, { ...empty, taken }, quota).map(({ roomId }) => roomId)).toEqual(['b', 'a', 'b']);
  });

  it('give no room twice when two dates meet on a day', () => {
    expect(verdicts([wish(1), wish(1)])).toEqual(['free', 'taken']);
  });

  it('take another room when two dates meet on a day and any will do', () => {
    const any = [wish(1, { roomIds: ['a', 'b'] }), wish(1, { roomIds: ['a', 'b'] })];
    expect(judge(any, empty, quota).map(({ roomId }) => roomId)).toEqual(['a', 'b']);
  });

  it('stay on the server where people are already, however much room others have', () => {
    const servers = [
      { id: 'here', capacity: 7, isOpen: true, levels: [] },
      { id: 'there', capacity: 100, isOpen: true, levels: [] },
    ];
    expect(verdicts([wish(1, { serverId: 'here' })], { servers })).toEqual(['capacity']);
    expect(verdicts([wish(1)], { servers })).toEqual(['free']);
  });

  it('ask nothing more of a server that carries the people already', () => {
    const servers = [{ id: 'here', capacity: 7, isOpen: true, levels: [] }];
    const judged = judge([wish(1, { carriedBy: 'here' })], { ...empty, servers }, quota);
    expect(judged).toMatchObject([{ verdict: 'free', serverId: 'here' }]);
  });

  it('ask a server that takes no new dates only where people are already', () => {
    const servers = [
      { id: 'old', capacity: 8, isOpen: false, levels: levelsOf([[at(1, 18).epochMilliseconds, 1]]) },
    ];
    expect(judge([wish(1)], { ...empty, servers }, quota)[0]).not.toHaveProperty('serverId');
    expect(verdicts([wish(1, { serverId: 'old' })], { servers })).toEqual(['capacity']);
  });

  it('say which share of the house would be too large', () => {
    const fault = (own: OwnDate[]) => judge([wish(1)], { ...empty, own }, quota)[0]?.quotaFault;
    expect(fault([ownDate(range(1, 8, 10), 481)])).toBe('tooManyHoursAWeek');
    expect(fault([ownDate(range(1, 18, 19), 0), ownDate(range(1, 18, 19), 0)])).toBe('tooManyRoomsAtOnce');
  });

  it('count together for the server when two dates meet on a day', () => {
    const servers = [{ id: 's', capacity: 15, isOpen: true, levels: [] }];
    const both = [wish(1), wish(1, { roomIds: ['b'] })];
    expect(verdicts(both, { servers })).toEqual(['free', 'capacity']);
    expect(verdicts([wish(1), wish(1, { roomIds: ['b'], range: range(1, 20, 22) })], { servers })).toEqual([
      'free',
      'free',
    ]);
  });

  it('clash where a date is neither free nor left out', () => {
    const closed = busy({ a: [range(1, 0, 48)] });
    const judged = judge([wish(1), wish(2, { isLeftOut: true }), wish(3)], { ...empty, closed }, quota);
    expect(clashesIn(judged).map((each) => each.wish.seriesDate)).toEqual(['2026-12-01']);
    expect(judged[1]?.verdict).toBe('closed');
  });
});
