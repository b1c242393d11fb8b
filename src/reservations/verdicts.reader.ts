import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HouseRules } from '../contact-points/contact-points.reader.js';
import { HolidaysReader } from '../contact-points/holidays.reader.js';
import { Clock } from '../kernel/clock.js';
import { GRID_MINUTES } from '../kernel/house-rules.js';
import { dayOf, instantOf, wallTimeOf } from '../kernel/local-time.js';
import { isBefore, minutesOf, rangeOfMillis, toUtc, type TimeRange } from '../kernel/time-range.js';
import { QuickLine } from '../platform/database/quick-line.js';
import type { Askable } from '../platform/database/transactions.js';
import { nearestFreeTimes, roomsToChoose, type Alternative } from './domain/alternatives.js';
import { isBusyBetween } from './domain/busy-times.js';
import { keepsTime } from './domain/held.js';
import { NOTHING_HELD, type Occupancy } from './domain/occupancy.js';
import { ownDate, quotaFaultOf } from './domain/quota.js';
import { clashesIn, judge, type DateWish, type Judged } from './domain/verdicts.js';
import { FreeRoomsReader, type FreeRoom } from './free-rooms.reader.js';
import { OccupancyReader, type Look } from './occupancy.reader.js';
import { OwnHoldsReader, type OwnHold } from './own-holds.reader.js';
import type { JudgedDateView } from './reservations.views.js';
import { FEW_DATES, type Wish } from './wishes.reader.js';

const MINUTE_MS = 60_000;

/** What would become of a wish, and what was looked at for it. */
export interface Verdicts {
  judged: Judged[];
  look: Look;
}

/** What is free beside the clashes of a wish. */
interface Around {
  rooms: ReadonlyMap<DateWish, FreeRoom[]>;
  /** Of the wished rooms, on the days of the clashes. */
  occupancy: Occupancy;
  /** Dates of the group itself that stand in the way. */
  ownHolds: ReadonlyMap<DateWish, OwnHold>;
}

/** What would become of a wish, date by date, and what could be done about each clash. */
@Injectable()
export class VerdictsReader {
  constructor(
    private readonly occupancy: OccupancyReader,
    private readonly freeRooms: FreeRoomsReader,
    private readonly ownHolds: OwnHoldsReader,
    private readonly line: QuickLine,
    private readonly source: DataSource,
    private readonly holidays: HolidaysReader,
    private readonly clock: Clock,
  ) {}

  /** As things stand; asked within a transaction that holds the locks the verdicts are final. */
  async judge(wish: Wish, manager?: Askable): Promise<Verdicts> {
    const seen = manager ? undefined : wish.look;
    const look = seen ?? (await this.look(wish, manager));
    return { judged: judge(wish.dates, look.occupancy, wish.quota), look };
  }

  private look(wish: Wish, manager = this.askedAbout(wish.dates)): Promise<Look> {
    const windows = wish.dates.map(({ holds }) => holds);
    const roomIds = [...new Set(wish.dates.flatMap((date) => date.roomIds))];
    return this.occupancy.look(questionOf(wish, roomIds, windows), manager);
  }

  /** The same for people to look at, with what is free instead of each clash. */
  async describe(wish: Wish, judged: readonly Judged[], manager?: Askable): Promise<JudgedDateView[]> {
    // Nobody leaves a meeting that runs for another room or another time.
    const clashes = new Set(clashesIn(judged).filter(({ wish: { isRunning } }) => !isRunning));
    const around = await this.lookAround(wish, judged, { clashes, manager });
    const names = new Map(wish.rooms.map(({ id, name }) => [id, name]));
    return judged.map((each) => {
      const { roomId, verdict, wish: date } = each;
      const wall = wallTimeOf(date.range.start);
      return {
        ...wall,
        seriesDate: date.seriesDate,
        startsAt: toUtc(date.range.start),
        endsAt: toUtc(date.range.end),
        verdict,
        quotaFault: each.quotaFault,
        own: around.ownHolds.get(date),
        skipped: date.isLeftOut ? true : undefined,
        holiday: this.holidays.findHoliday(wall.date, wish.contactPoint),
        room: roomId ? { id: roomId, name: names.get(roomId) ?? '' } : undefined,
        alternatives: clashes.has(each) ? this.alternativesTo(date, wish, around) : [],
      };
    });
  }

  /** Another room is looked for at the wished time, another time that day in the wished room. */
  private async lookAround(
    wish: Wish,
    judged: readonly Judged[],
    { clashes, manager }: { clashes: ReadonlySet<Judged>; manager?: Askable | undefined },
  ): Promise<Around> {
    if (clashes.size === 0) return { rooms: new Map(), occupancy: NOTHING_HELD, ownHolds: new Map() };
    const dates = [...clashes].map(({ wish: date }) => date);
    const roomIds = [...new Set(dates.flatMap((date) => date.roomIds))];
    const days = dates.map(({ range }) => dayOf(range.start));
    const asked = manager ?? this.askedAbout(dates);
    const [{ occupancy }, rooms] = await Promise.all([
      this.occupancy.look(questionOf(wish, roomIds, days), asked),
      this.freeRooms.instead(wish, dates, asked),
    ]);
    const taken = [...clashes].filter(({ verdict }) => verdict === 'taken').map(({ wish: date }) => date);
    const ownHolds = await this.ownHolds.inTheWayOf(wish, { dates: taken, own: occupancy.own }, asked);
    return { rooms, occupancy: withGranted(occupancy, judged), ownHolds };
  }

  /** Few dates are a short question; many have a connection of their own. */
  private askedAbout(dates: readonly DateWish[]): Askable {
    return dates.length <= FEW_DATES ? this.line : this.source.manager;
  }

  private alternativesTo(
    date: DateWish,
    { contactPoint, quota }: Wish,
    { rooms, occupancy }: Around,
  ): Alternative[] {
    const isFree = (change: Partial<DateWish>) => {
      const changed = { ...date, isMissing: false, ...change };
      return judge([changed], occupancy, quota)[0]?.verdict === 'free';
    };
    // Where the hours of the week are used up, nothing on that day helps.
    const isUsedUp = quotaFaultOf(date.range, occupancy.own, quota) === 'tooManyHoursAWeek';
    if (isUsedUp && !keepsTime(date)) return [];
    const length = minutesOf(date.range) * MINUTE_MS;
    const holds = length + contactPoint.bufferMinutes * MINUTE_MS;
    const times = nearestFreeTimes(date.range, this.openingOf(date, contactPoint), (start) => {
      // Most of a busy day is taken: only what is left is worth a closer look.
      if (date.roomIds.every((id) => isBusyBetween(occupancy.taken.get(id), start, start + holds)))
        return false;
      return isFree({
        range: rangeOfMillis(start, start + length),
        holds: rangeOfMillis(start, start + holds),
      });
    });
    // A time that the clocks skip is in no room.
    const instead = date.isMissing ? [] : (rooms.get(date) ?? []);
    // Whether the group and the house have room for it is the same for all of them.
    const canMove = isFree({ roomIds: instead.map(({ id }) => id) });
    return [...(canMove ? roomsToChoose(instead) : []), ...times];
  }

  /** The opening hours of a day, as far as they still lie ahead, on the grid of quarter hours. */
  private openingOf({ range }: DateWish, { opensAt, closesAt }: HouseRules): TimeRange {
    const { date } = wallTimeOf(range.start);
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
  return { groupId, contactPointId: contactPoint.id, roomIds, windows, except };
}

/** The other dates of the same wish count as the group's own. */
function withGranted(around: Occupancy, judged: readonly Judged[]): Occupancy {
  const granted = judged.filter(({ verdict, wish }) => verdict === 'free' && !wish.isLeftOut);
  const own = granted.map(({ wish: { range } }) => ownDate(range));
  return { ...around, own: [...around.own, ...own] };
}
