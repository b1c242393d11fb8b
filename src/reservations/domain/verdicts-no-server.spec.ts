import { describe, expect, it } from '@jest/globals';
import type { TimeRange } from '../../kernel/time-range.js';
import { busyTimes, millisOf } from './busy-times.js';
import type { Occupancy, ServerLoad } from './occupancy.js';
import { ownDate } from './quota.js';
import { judge, type DateWish } from './verdicts.js';

const at = (day: number, hour: number) =>
  Temporal.Instant.from('2026-12-01T00:00Z').add({ hours: 24 * (day - 1) + hour });
const range = (day: number, from: number, to: number): TimeRange => ({
  start: at(day, from),
  end: at(day, to),
});
const evening = { range: range(1, 18, 20), holds: range(1, 18, 20) };
const wish: DateWish = {
  ...{ ...evening, seriesDate: '2026-12-01', roomIds: ['a'], people: 8 },
  ...{ isLeftOut: false, isMissing: false },
};
const inTheWay = new Map([['a', busyTimes([millisOf(range(1, 17, 21))])]]);
const quota = { mostRoomsAtOnce: 2, mostWeeklyMinutes: 600 };
const empty: Occupancy = { taken: new Map(), closed: new Map(), own: [], servers: [] };

const shut = { id: 'here', capacity: 100, isOpen: false, levels: [] };
const full = { ...shut, capacity: 7 };
const open = { ...shut, id: 'there', isOpen: true };
const held = { roomId: 'a', serverId: 'here', range: evening.range, until: at(1, 20), people: 8 };
const longer = { held, range: range(1, 18, 21), holds: range(1, 18, 21) };

describe('That no server takes new dates', () => {
  it.each([
    ['is said of a new date', {}, [shut], {}, 'noServerOpen'],
    ['is said of any room', { isAnyRoom: true, roomIds: ['a', 'b'] }, [shut], {}, 'noServerOpen'],
    ['is said before a taken room', {}, [shut], { taken: inTheWay }, 'noServerOpen'],
    ['is said before a closed one', {}, [shut], { closed: inTheWay }, 'noServerOpen'],
    ['is said before a share', {}, [shut], { own: [ownDate(range(1, 8, 10), 600)] }, 'noServerOpen'],
    ['is said of another day', { held, range: range(2, 18, 20) }, [shut], {}, 'noServerOpen'],
    ['is said where the own server has no room for more', longer, [full], {}, 'noServerOpen'],
    ['is not said where one does', {}, [shut, open], {}, 'free'],
    ['is not said where one does and is full', {}, [shut, { ...open, capacity: 7 }], {}, 'capacity'],
    ['is not said in a house without any', {}, [], {}, 'free'],
    ['is not said of a date that stays', { held, roomIds: ['b'] }, [full], {}, 'free'],
    ['is not said of one that its server carries longer', longer, [shut], {}, 'free'],
    ['is not said of one whose room is taken', { held }, [shut], { taken: inTheWay }, 'taken'],
    ['is not said to those who meet', { ...longer, isRunning: true }, [full], {}, 'capacity'],
  ] as [string, Partial<DateWish>, ServerLoad[], Partial<Occupancy>, string][])(
    '%s',
    (_, change, servers, occupancy, said) => {
      const [judged] = judge([{ ...wish, ...change }], { ...empty, ...occupancy, servers }, quota);
      const { verdict, capacityFault } = judged ?? {};
      expect([verdict, capacityFault ?? verdict]).toEqual([
        said === 'noServerOpen' ? 'capacity' : said,
        said,
      ]);
    },
  );
});
