import { describe, expect, it } from '@jest/globals';
import type { TimeRange } from '../../kernel/time-range.js';
import { levelsOf } from './capacity.js';
import type { Held } from './held.js';
import type { Occupancy, OwnDate, ServerLoad } from './occupancy.js';
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
    [
      'quota before taken: no other room helps',
      [wish(1)],
      { taken, own: [ownDate(range(1, 8, 10), 481)] },
      'quota',
    ],
    ['closed before quota', [wish(1)], { closed, own: [ownDate(range(1, 8, 10), 481)] }, 'closed'],
    ['capacity', [wish(1)], { servers: [{ id: 's', capacity: 7, isOpen: true, levels: [] }] }, 'capacity'],
  ] as [string, DateWish[], Partial<Occupancy>, string][])('%s', (_, wishes, occupancy, verdict) => {
    expect(verdicts(wishes, occupancy)).toEqual([verdict]);
  });

  it('names room and server of a free date', () => {
    const servers = [{ id: 's', capacity: 10, isOpen: true, levels: [] }];
    expect(judge([wish(1)], { ...empty, servers }, quota)[0]).toMatchObject({
      roomId: 'a',
      serverId: 's',
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

describe('A date that stands', () => {
  const held = (change: Partial<Held> = {}): Held => ({
    ...{ roomId: 'a', serverId: 'here', range: range(1, 18, 20), until: at(1, 20), people: 8 },
    ...change,
  });
  const later = (to: number) => ({ range: range(1, 18, to), holds: range(1, 18, to) });
  const closed = busy({ a: [range(1, 17, 19)], b: [range(1, 17, 19)] });
  const own = [ownDate(range(1, 8, 10), 600)];

  it.each([
    ['stays where a closure left it', { people: 12 }, { closed }, 'free'],
    ['gets more time after a closure that left it', later(21), { closed }, 'free'],
    ['gets no time that is closed', later(21), { closed: busy({ a: [range(1, 20, 22)] }) }, 'closed'],
    ['does not begin earlier into a closure', { range: range(1, 16, 20) }, { closed }, 'closed'],
    ['does not go to another room that is closed', { roomIds: ['b'] }, { closed }, 'closed'],
    [
      'does not go to another day that is closed',
      { range: range(2, 18, 20) },
      { closed: busy({ a: [range(2, 0, 24)] }) },
      'closed',
    ],
    ['stays above a quota that was lowered', {}, { own }, 'free'],
    ['gets shorter above it', { range: range(1, 18, 19) }, { own }, 'free'],
    ['gets no more time above it', later(21), { own }, 'quota'],
    ['gets no other day above it', { range: range(2, 18, 20) }, { own }, 'quota'],
  ] as [string, Partial<DateWish>, Partial<Occupancy>, string][])('%s', (_, change, occupancy, verdict) => {
    expect(verdicts([wish(1, { held: held(), ...change })], occupancy)).toEqual([verdict]);
  });

  it('counts for the quota before the others of its series that ask for more', () => {
    const longer = { held: held({ range: range(7, 18, 20) }), range: range(7, 18, 21) };
    const kept = [8, 9, 10, 11].map((day) => wish(day, { held: held({ range: range(day, 18, 20) }) }));
    expect(verdicts([wish(7, longer), ...kept])).toEqual(['quota', 'free', 'free', 'free', 'free']);
  });

  const full = levelsOf([[at(1, 18).epochMilliseconds, 93]]);
  const here = { id: 'here', capacity: 100, isOpen: true, levels: full };
  const there = { id: 'there', capacity: 200, isOpen: true, levels: [] };
  const shut = { ...here, isOpen: false };
  const overfull = levelsOf([
    [at(1, 18).epochMilliseconds, 110] as const,
    [at(1, 19).epochMilliseconds, -60] as const,
  ]);
  const running = { ...later(21), isRunning: true };
  const back = { held: undefined, serverBefore: 'here' };
  it.each([
    ['in another room, its server is asked nothing', { roomIds: ['b'] }, [here, there], 'here'],
    ['with fewer people neither', { people: 5 }, [here, there], 'here'],
    ['that ends earlier neither', { range: range(1, 18, 19) }, [here, there], 'here'],
    ['that begins later, within its time, neither', { range: range(1, 19, 20) }, [here, there], 'here'],
    ['with more people keeps its server', { people: 9 }, [{ ...here, levels: [] }, there], 'here'],
    ['that gets longer keeps its server', later(21), [{ ...here, levels: [] }, there], 'here'],
    ['keeps a server that takes no new dates', { people: 9 }, [{ ...shut, levels: [] }, there], 'here'],
    ['leaves a server that has no room for more', { people: 9 }, [here, there], 'there'],
    [
      'takes the best one for another time',
      { range: range(1, 17, 19) },
      [{ ...here, levels: [] }, there],
      'there',
    ],
    [
      'leaves one that takes no new dates for another day',
      { range: range(2, 18, 20) },
      [shut, there],
      'there',
    ],
    ['that runs stays where people are', running, [{ ...here, levels: [] }, there], 'here'],
    ['that runs finds no room elsewhere', running, [here, there], undefined],
    [
      'that runs gets more time although an hour of it was overfull',
      running,
      [{ ...here, levels: overfull }],
      'here',
    ],
    ['gets more time there before it runs, too', later(21), [{ ...here, levels: overfull }, there], 'here'],
    [
      'with more people leaves a server that is overfull',
      { people: 9 },
      [{ ...here, levels: overfull }, there],
      'there',
    ],
    ['finds none where none takes new dates', { people: 9 }, [shut, { ...there, isOpen: false }], undefined],
    ['stays where none takes new dates', {}, [shut], 'here'],
    ['that comes back meets where it met before', back, [{ ...here, levels: [] }, there], 'here'],
    ['that comes back meets elsewhere where there is no room for it', back, [here, there], 'there'],
    [
      'that comes back leaves a server that takes no new dates',
      back,
      [{ ...shut, levels: [] }, there],
      'there',
    ],
  ] as [string, Partial<DateWish>, ServerLoad[], string | undefined][])(
    '%s',
    (_, change, servers, serverId) => {
      const [judged] = judge([wish(1, { held: held(), ...change })], { ...empty, servers }, quota);
      const verdict = serverId === undefined ? 'capacity' : 'free';
      expect([judged?.verdict, judged?.serverId]).toEqual([verdict, serverId]);
    },
  );
});

describe('A new date', () => {
  const shut = { id: 's', capacity: 100, isOpen: false, levels: [] };
  it.each([
    ['needs no server in a house without any', [], ['free', undefined]],
    ['finds no room where no server takes new dates', [shut], ['capacity', undefined]],
    ['comes to one that does', [shut, { ...shut, id: 'open', isOpen: true }], ['free', 'open']],
  ] as [string, ServerLoad[], unknown[]][])('%s', (_, servers, expected) => {
    const [judged] = judge([wish(1)], { ...empty, servers }, quota);
    expect([judged?.verdict, judged?.serverId]).toEqual(expected);
  });
});
