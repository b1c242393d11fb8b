import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HouseRules } from '../contact-points/contact-points.reader.js';
import { HolidaysReader } from '../contact-points/holidays.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { GRID_MINUTES } from '../kernel/house-rules.js';
import { dayOf, instantOf, wallTimeOf } from '../kernel/local-time.js';
import { isBefore, minutesOf, rangeOfMillis, toUtc, type TimeRange } from '../kernel/time-range.js';
import { QuickLine } from '../platform/database/quick-line.js';
import type { Askable } from '../platform/database/transactions.js';
import { nearestFreeTimes, roomsToChoose, type Alternative } from './domain/alternatives.js';
import { isBusy, isBusyBetween } from './domain/busy-times.js';
import { NOTHING_HELD, type Occupancy } from './domain/occupancy.js';
import { withOthers } from './domain/other-dates.js';
import { NO_SUCH_HOUR } from './domain/reasons.js';
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
    private readonly groups: GroupsReader,
    private readonly occupancy: OccupancyReader,
    private readonly freeRooms: FreeRoomsReader,
    private readonly ownHolds: OwnHoldsReader,
    private readonly line: QuickLine,
    private readonly source: DataSource,
    private readonly holidays: HolidaysReader,
    private readonly clock: Clock,
  ) {}

  /** As things stand; asked within a transaction that holds the locks the verdicts are final. Throws AccessRests. */
  async judge(wish: Wish, manager?: Askable): Promise<Verdicts> {
    const seen = manager ? undefined : wish.look;
    const look = seen ?? (await this.look(wish, manager));
    // It was not so when the rights were read.
    if (look.hasEnded) await this.groups.requireAccess(wish.groupId);
    return { judged: judge(wish.dates, look.occupancy, wish.quota), look };
  }

  private look(wish: Wish, manager = this.askedAbout(wish.dates)): Promise<Look> {
    const windows = wish.dates.map(({ holds }) => holds);
    const roomIds = [...new Set(wish.dates.flatMap((date) => date.roomIds))];
    const { calledOffAt } = wish;
    return this.occupancy.look({ ...questionOf(wish, roomIds, windows), calledOffAt }, manager);
  }

  /** The same for people to look at, with what is free instead of each clash. */
  async describe(wish: Wish, judged: readonly Judged[], manager?: Askable): Promise<JudgedDateView[]> {
    // Nobody leaves a meeting that runs for another room or another time, and where no server is open none helps.
    const clashes = new Set(
      clashesIn(judged).filter(({ capacityFault, wish: { isRunning } }) => !isRunning && !capacityFault),
    );
    const around = await this.lookAround(wish, clashes, manager);
    const names = new Map(wish.rooms.map(({ id, name }) => [id, name]));
    return judged.map((each, index) => {
      const { roomId, verdict, wish: date } = each;
      const wall = wallTimeOf(date.range.start);
      return {
        ...wall,
        seriesDate: date.seriesDate,
        startsAt: toUtc(date.range.start),
        endsAt: toUtc(date.range.end),
        verdict,
        quotaFault: each.quotaFault,
        capacityFault: each.capacityFault,
        timeFault: date.isMissing ? NO_SUCH_HOUR : undefined,
        own: around.ownHolds.get(date),
        skipped: date.isLeftOut ? true : undefined,
        holiday: this.holidays.findHoliday(wall.date, wish.contactPoint),
        room: roomId ? { id: roomId, name: names.get(roomId) ?? '' } : undefined,
        alternatives: clashes.has(each)
          ? this.alternativesTo(each, wish, {
              ...around,
              occupancy: withOthers(around.occupancy, judged, index),
            })
          : [],
      };
    });
  }

  /** Another room is looked for at the wished time, another time that day in the wished room. */
  private async lookAround(
    wish: Wish,
    clashes: ReadonlySet<Judged>,
    manager: Askable | undefined,
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
    const ownHolds = await this.ownHolds.inTheWayOf(wish, { dates, own: occupancy.own }, asked);
    return { rooms, occupancy, ownHolds };
  }

  /** Few dates are a short question; many have a connection of their own. */
  private askedAbout(dates: readonly DateWish[]): Askable {
    return dates.length <= FEW_DATES ? this.line : this.source.manager;
  }

  private alternativesTo(
    { wish: date, quotaFault }: Judged,
    wish: Wish,
    { rooms, occupancy }: Around,
  ): Alternative[] {
    // Where the hours of the week are used up, nothing on that day helps.
    if (quotaFault === 'tooManyHoursAWeek') return [];
    const isFree = (change: Partial<DateWish>) => {
      const changed = { ...date, isMissing: false, ...change };
      return judge([changed], occupancy, wish.quota)[0]?.verdict === 'free';
    };
    // A time that the clocks skip is in no room.
    const isLeft = ({ id }: FreeRoom) => !date.isMissing && !isBusy(occupancy.taken.get(id), date.holds);
    const instead = (rooms.get(date) ?? []).filter(isLeft);
    // Whether the group and the house have room for it is the same for all of them.
    const canMove = isFree({ roomIds: instead.map(({ id }) => id) });
    const times = this.timesInsteadOf(date, wish, { taken: occupancy.taken, isFree });
    return [...(canMove ? roomsToChoose(instead) : []), ...times];
  }

  /** None for a length that a new date could not have. */
  private timesInsteadOf(
    date: DateWish,
    { contactPoint, dates }: Wish,
    among: { taken: Occupancy['taken']; isFree: (change: Partial<DateWish>) => boolean },
  ): Alternative[] {
    const { shortestMinutes, longestMinutes, bufferMinutes } = contactPoint;
    const minutes = minutesOf(date.range);
    if (minutes < shortestMinutes || minutes > longestMinutes) return [];
    const [length, holds] = [minutes * MINUTE_MS, (minutes + bufferMinutes) * MINUTE_MS];
    return nearestFreeTimes(date.range, this.openingOf(date, contactPoint), (start) => {
      // Most of a busy day is taken: only what is left is worth a closer look.
      if (date.roomIds.every((id) => isBusyBetween(among.taken.get(id), start, start + holds))) return false;
      const range = rangeOfMillis(start, start + length);
      // To move one date to where it stands is no way out; in a series it may stay while the others move.
      if (dates.length === 1 && standsAt(date, range)) return false;
      return among.isFree({ range, holds: rangeOfMillis(start, start + holds) });
    });
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

function standsAt({ held, roomIds }: DateWish, { start, end }: TimeRange): boolean {
  return (
    held !== undefined &&
    roomIds.includes(held.roomId) &&
    held.range.start.equals(start) &&
    held.range.end.equals(end)
  );
}
