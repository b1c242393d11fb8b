import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { HouseRules } from '../contact-points/contact-points.reader.js';
import { HolidaysReader } from '../contact-points/holidays.reader.js';
import { Clock } from '../kernel/clock.js';
import { GRID_MINUTES } from '../kernel/house-rules.js';
import { dateOf, instantOf, startOfDay, wallTimeOf } from '../kernel/local-time.js';
import { isBefore, toUtc, type TimeRange } from '../kernel/time-range.js';
import type { Room } from '../rooms/room.entity.js';
import { RoomsReader } from '../rooms/rooms.reader.js';
import { freeRooms, nearestFreeTimes, type Alternative } from './domain/alternatives.js';
import { NOTHING_HELD, type Occupancy } from './domain/occupancy.js';
import { ownDate, quotaFaultOf } from './domain/quota.js';
import { fittingRooms, roomsInstead } from './domain/room-choice.js';
import { clashesIn, freeRoomsOf, judge, type DateWish, type Judged } from './domain/verdicts.js';
import { OccupancyReader } from './occupancy.reader.js';
import type { JudgedDateView } from './reservations.views.js';
import type { Wish } from './wishes.reader.js';

/** In a house of hundreds of rooms the smallest ones that fit are looked at for another room, not all. */
const MOST_ROOMS_ASKED = 60;

/** What would become of a wish, date by date, and what could be done about each clash. */
@Injectable()
export class VerdictsReader {
  constructor(
    private readonly occupancy: OccupancyReader,
    private readonly rooms: RoomsReader,
    private readonly holidays: HolidaysReader,
    private readonly clock: Clock,
  ) {}

  /** Within a transaction that holds the locks give its `manager`: then the verdicts are final. */
  async judge(wish: Wish, manager?: EntityManager): Promise<Judged[]> {
    const windows = wish.dates.map(({ holds }) => holds);
    const roomIds = [...new Set(wish.dates.flatMap((date) => date.roomIds))];
    const occupancy = await this.occupancy.read(questionOf(wish, roomIds, windows), manager);
    return judge(wish.dates, occupancy, wish.quota);
  }

  /** The same for people to look at, with what is free instead of each clash. */
  async describe(wish: Wish, judged: readonly Judged[]): Promise<JudgedDateView[]> {
    const clashes = new Set(clashesIn(judged));
    const around = await this.lookAround(wish, judged, clashes);
    const names = new Map([...wish.rooms, ...around.rooms].map(({ id, name }) => [id, name]));
    return judged.map((each) => {
      const { roomId, verdict, wish: date } = each;
      const wall = wallTimeOf(date.range.start);
      return {
        ...wall,
        startsAt: toUtc(date.range.start),
        endsAt: toUtc(date.range.end),
        verdict,
        quotaFault: each.quotaFault,
        skipped: date.isLeftOut ? true : undefined,
        holiday: this.holidays.findHoliday(wall.date, wish.contactPoint),
        room: roomId ? { id: roomId, name: names.get(roomId) ?? '' } : undefined,
        alternatives: clashes.has(each) ? this.alternativesTo(date, wish, around) : [],
      };
    });
  }

  /** Every room that would do, and what is held in them on the days of the clashes. */
  private async lookAround(
    wish: Wish,
    judged: readonly Judged[],
    clashes: ReadonlySet<Judged>,
  ): Promise<{ rooms: Room[]; occupancy: Occupancy }> {
    if (clashes.size === 0) return { rooms: [], occupancy: NOTHING_HELD };
    const people = Math.max(...wish.dates.map((date) => date.people));
    const fitting = await this.rooms.visibleFor(people, wish.contactPoint.id, MOST_ROOMS_ASKED);
    const wished = new Set(wish.dates.flatMap(({ roomIds }) => roomIds));
    const others = fitting.filter(({ id }) => !wished.has(id));
    const rooms = [...fittingRooms(wish.rooms, people).filter(({ id }) => wished.has(id)), ...others];
    const days = [...clashes].map(({ wish: { range } }) => dayOf(range));
    // Another room is looked for at the wished time, another time in the wished room.
    const windows = [...clashes].map(({ wish: { holds } }) => holds);
    const beside = { roomIds: others.map(({ id }) => id), windows };
    const occupancy = await this.occupancy.read({ ...questionOf(wish, [...wished], days), beside });
    return { rooms, occupancy: withGranted(occupancy, judged) };
  }

  private alternativesTo(
    date: DateWish,
    { contactPoint, quota }: Wish,
    around: { rooms: Room[]; occupancy: Occupancy },
  ): Alternative[] {
    const isFree = (change: Partial<DateWish>) =>
      judge([{ ...date, isMissing: false, ...change }], around.occupancy, quota)[0]?.verdict === 'free';
    // Where the hours of the week are used up, nothing on that day helps.
    if (quotaFaultOf(date.range, around.occupancy.own, quota) === 'tooManyHoursAWeek') return [];
    const times = nearestFreeTimes(date.range, this.openingOf(date, contactPoint), (range) =>
      isFree({
        range,
        carriedBy: undefined,
        holds: { ...range, end: range.end.add(date.range.end.until(date.holds.end)) },
      }),
    );
    // A time that the clocks skip is in no room.
    const rooms = date.isMissing ? [] : roomsInstead(date.roomIds, around.rooms);
    const others = { ...date, roomIds: rooms.map(({ id }) => id) };
    // Whether the group and the house have room for it is the same for all of them.
    const free = new Set(isFree(others) ? freeRoomsOf(others, around.occupancy) : []);
    return [...freeRooms(rooms, (id) => free.has(id)), ...times];
  }

  /** The opening hours of a day, as far as they still lie ahead, on the grid of quarter hours. */
  private openingOf({ range }: DateWish, { opensAt, closesAt }: HouseRules): TimeRange {
    const date = dateOf(range.start).toString();
    const opening = instantOf({ date, time: opensAt });
    const now = this.clock.now().add({ seconds: 1 });
    const start = isBefore(opening, now)
      ? now.round({ smallestUnit: 'minute', roundingIncrement: GRID_MINUTES, roundingMode: 'ceil' })
      : opening;
    return { start, end: instantOf({ date, time: closesAt }) };
  }
}

function questionOf(wish: Wish, roomIds: readonly string[], windows: readonly TimeRange[]) {
  const { groupId, contactPoint, except } = wish;
  const serverIds = wish.dates.flatMap(({ serverId = [] }) => serverId);
  return { groupId, contactPointId: contactPoint.id, roomIds, windows, except, serverIds };
}

/** The whole local day of a date. */
function dayOf({ start }: TimeRange): TimeRange {
  const day = dateOf(start);
  return { start: startOfDay(day), end: startOfDay(day.add({ days: 1 })) };
}

/** The other dates of the same wish count as the group's own. */
function withGranted(around: Occupancy, judged: readonly Judged[]): Occupancy {
  const granted = judged.filter(({ verdict, wish }) => verdict === 'free' && !wish.isLeftOut);
  const own = granted.map(({ wish: { range } }) => ownDate(range));
  return { ...around, own: [...around.own, ...own] };
}
