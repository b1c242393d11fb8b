import { Injectable } from '@nestjs/common';
import type { HouseRules } from '../contact-points/contact-points.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import { wallTimeOf } from '../kernel/local-time.js';
import { QuickLine } from '../platform/database/quick-line.js';
import type { Room } from '../rooms/room.entity.js';
import { RoomsReader } from '../rooms/rooms.reader.js';
import { faultOf } from './domain/booking-rules.js';
import { dateWish, decideAll, settledDay, type SettledDay, type WishedDay } from './domain/date-wishes.js';
import { datesOf } from './domain/recurrence.js';
import type { Quota } from './domain/quota.js';
import { fittingRooms } from './domain/room-choice.js';
import type { DateWish } from './domain/verdicts.js';
import { OccupancyReader, type Look } from './occupancy.reader.js';
import type { SeriesRule } from './reservation.entity.js';
import * as errors from './reservations.errors.js';
import type { ReserveRequest } from './reservations.requests.js';

/** As many as are asked about on the line that all requests share. */
export const FEW_DATES = 4;

/** A wish that breaks no rule, in UTC and with its rooms: only what others hold can still stand in its way. */
export interface Wish {
  groupId: string;
  contactPoint: HouseRules;
  /** The share of the house that the group may hold: its contact point's, but for a meeting that runs. */
  quota: Quota;
  /** The rooms that are wished by name, or all that the group sees. */
  rooms: Room[];
  dates: DateWish[];
  /** Ids of dates that this wish moves. */
  except: readonly string[];
  series: SeriesRule | null;
  /** One of the dates lies in the hour that comes twice. */
  isFirstOfTwo: boolean;
  /** When the group itself called these dates off, if they are to come back: what had left them standing closes nothing. */
  calledOffAt?: Temporal.Instant | undefined;
  /** What was held when the wish was read; without it, that is still to be asked. */
  look?: Look | undefined;
}

/** Turns what was typed into dates in UTC and rooms, and refuses what breaks a rule of the house. Changes nothing. */
@Injectable()
export class WishesReader {
  constructor(
    private readonly groups: GroupsReader,
    private readonly rooms: RoomsReader,
    private readonly occupancy: OccupancyReader,
    private readonly line: QuickLine,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound, AccessRests, OutsideAccess, SeriesRefused, AgainstTheRules and its kin. */
  async read(actor: Representative, groupId: string, request: ReserveRequest): Promise<Wish> {
    const { date, time, minutes, repeat, decisions } = request;
    const wish = await this.readDays(actor, groupId, { days: decideAll(daysOf(request), decisions) });
    return { ...wish, series: repeat ? { date, time, minutes, repeat } : null };
  }

  /** The same for days that are known already, in their order, one at least; `except` are the dates that it moves. */
  async readDays(
    actor: Representative,
    groupId: string,
    wished: { days: readonly WishedDay[]; except?: readonly string[] },
  ): Promise<Wish> {
    const { except = [] } = wished;
    const days = wished.days.map(settledDay);
    const { contactPoint, visible, look } = await this.placeOf(actor, { groupId, except }, days);
    const isMoved = except.length > 0;
    if (days.every(({ isSkipped }) => isSkipped))
      throw new errors.SeriesRefused(isMoved ? 'noneMoves' : 'noDates');
    const dates = days.map((day) => dateWish(day, roomIdsFor(day, visible), contactPoint.bufferMinutes));
    this.refuseAgainstRules(days, contactPoint, isMoved);
    return {
      groupId,
      contactPoint,
      quota: contactPoint,
      rooms: visible,
      dates,
      except,
      series: null,
      look,
      isFirstOfTwo: days.some(({ isFirstOfTwo, isSkipped }) => isFirstOfTwo && !isSkipped),
    };
  }

  /** In one breath: the rules on the days, the rooms wished by name and what is held there, or all rooms of the group. */
  private async placeOf(
    actor: Representative,
    group: { groupId: string; except: readonly string[] },
    days: readonly SettledDay[],
  ) {
    const dates = days.filter(({ isSkipped }) => !isSkipped).map(({ date }) => date);
    const named = namedIn(days);
    const { contactPointId } = actor;
    const windows = days.map(({ range }) => range);
    const [contactPoint, visible, look] = await Promise.all([
      this.groups.requireRulesOn(actor, group.groupId, { dates, manager: this.line }),
      named
        ? this.rooms.visibleAmong({ ids: named, held: heldBy(days) }, contactPointId, this.line)
        : this.rooms.visibleTo(contactPointId, this.line),
      named && days.length <= FEW_DATES
        ? this.occupancy.look({ ...group, contactPointId, roomIds: named, windows }, this.line)
        : undefined,
    ]);
    return { contactPoint, visible, look };
  }

  private refuseAgainstRules(days: readonly SettledDay[], contactPoint: HouseRules, isMoved: boolean): void {
    const isSeries = days.length > 1;
    for (const day of days) {
      if (day.isMissing && !isSeries) throw new errors.TimeDoesNotExist();
      // In a series a time that does not exist is a clash like others, to be decided about.
      if (day.isSkipped || day.isMissing) continue;
      const fault = faultOf(day, contactPoint, this.clock.now());
      const ofSeries = isSeries ? { date: day.date, isMoved, staysOnDay: staysOnDay(day) } : undefined;
      if (fault) throw new errors.AgainstTheRules(fault, contactPoint, ofSeries);
    }
  }
}

function staysOnDay({ date, held }: SettledDay): boolean {
  return held !== undefined && wallTimeOf(held.range.start).date === date;
}

/** The ids of the wished rooms; undefined when any room will do for one of the days. */
function namedIn(days: readonly WishedDay[]): string[] | undefined {
  const roomIds = [...new Set(days.map(({ roomId }) => roomId))];
  return roomIds.includes('any') ? undefined : roomIds;
}

/** The rooms that moved dates hold already. */
function heldBy(days: readonly WishedDay[]): string[] {
  return [...new Set(days.flatMap(({ held }) => held?.roomId ?? []))];
}

/** Throws SeriesRefused. */
function daysOf({ repeat, ...day }: ReserveRequest): WishedDay[] {
  if (!repeat) return [day];
  const expanded = datesOf(Temporal.PlainDate.from(day.date), repeat);
  if (expanded.kind === 'refused') throw new errors.SeriesRefused(expanded.fault);
  return expanded.dates.map(({ date, isSkipped }) => ({ ...day, date: date.toString(), isSkipped }));
}

/** The rooms that may be held. Throws NotFound, NeedsNoReservation, TooManyForTheRoom, NoRoomIsThatLarge. */
function roomIdsFor(day: WishedDay, visible: Room[]): string[] {
  const { roomId, isSkipped } = day;
  if (roomId === 'any') return anyRoomIdsFor(day, visible);
  const room = visible.find(({ id }) => id === roomId);
  // Nobody meets there: the room only says where it would have been.
  if (isSkipped && (room || roomId === day.leftOutOf)) return [roomId];
  if (!room) throw new NotFound();
  if (room.kind === 'practice') throw new errors.NeedsNoReservation();
  if (!hasSeats(room, day)) throw new errors.TooManyForTheRoom(room.seats);
  return [roomId];
}

function anyRoomIdsFor({ expectedParticipants }: WishedDay, visible: Room[]): string[] {
  const fitting = fittingRooms(visible, expectedParticipants);
  if (fitting.length === 0) throw new errors.NoRoomIsThatLarge();
  return fitting.map(({ id }) => id);
}

/** Whoever has a place in the room keeps it, also where chairs were taken away. */
function hasSeats({ id, seats }: Room, { expectedParticipants, held }: WishedDay): boolean {
  const seated = held?.roomId === id ? held.people : 0;
  return expectedParticipants <= Math.max(seats, seated);
}
