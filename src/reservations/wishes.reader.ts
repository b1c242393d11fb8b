import { Injectable } from '@nestjs/common';
import type { ContactPoint } from '../contact-points/contact-point.entity.js';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import type { Room } from '../rooms/room.entity.js';
import { RoomsReader } from '../rooms/rooms.reader.js';
import { faultOf } from './domain/booking-rules.js';
import {
  dateWish,
  type Decision,
  type WallDate,
  type WishedDay,
  type WishForAll,
} from './domain/date-wishes.js';
import { datesOf } from './domain/recurrence.js';
import type { Quota } from './domain/quota.js';
import { fittingRooms } from './domain/room-choice.js';
import type { DateWish } from './domain/verdicts.js';
import type { SeriesRule } from './reservation.entity.js';
import * as errors from './reservations.errors.js';
import type { ReserveRequest } from './reservations.requests.js';

/** A wish that breaks no rule, in UTC and with its rooms: only what others hold can still stand in its way. */
export interface Wish {
  groupId: string;
  contactPoint: ContactPoint;
  /** The share of the house that the group may hold: its contact point's, but for a meeting that runs. */
  quota: Quota;
  /** Every room that would do, the wished ones first. */
  rooms: Room[];
  dates: DateWish[];
  /** Ids of dates that this wish moves. */
  except: readonly string[];
  series: SeriesRule | null;
  /** One of the dates lies in the hour that comes twice. */
  isFirstOfTwo: boolean;
}

export interface DaysWish {
  days: readonly WishedDay[];
  roomId: string;
  time: string;
  minutes: number;
  expectedParticipants: number;
  decisions?: readonly Decision[];
}

/** Turns what was typed into dates in UTC and rooms, and refuses what breaks a rule of the house. Changes nothing. */
@Injectable()
export class WishesReader {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly rooms: RoomsReader,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound, AccessRests, OutsideAccess, SeriesRefused, AgainstTheRules and its kin. */
  async read(actor: Representative, groupId: string, request: ReserveRequest): Promise<Wish> {
    const days = daysOf(request);
    const wish = await this.readDays(actor, groupId, { ...request, days });
    const { date, time, minutes, repeat } = request;
    return { ...wish, series: repeat ? { date, time, minutes, repeat } : null };
  }

  /** The same for days that are known already. */
  async readDays(actor: Representative, groupId: string, wish: DaysWish): Promise<Wish> {
    const meeting = wish.days.filter(({ isSkipped }) => !isSkipped).map(({ date }) => date);
    const group = await this.groups.requireAccessOn(actor, groupId, meeting);
    const contactPoint = await this.contactPoints.requireById(group.contactPointId);
    const visible = await this.rooms.visibleTo(contactPoint);
    const { wished, fitting } = roomsFor(wish, visible);
    const { time, minutes, expectedParticipants: people } = wish;
    const { bufferMinutes } = contactPoint;
    const all = { time, minutes, people, bufferMinutes, roomIds: wished.map(({ id }) => id) };
    const dates = this.settle(wish, all, { contactPoint, visible });
    return {
      groupId,
      contactPoint,
      quota: contactPoint,
      rooms: fitting,
      dates: dates.map((date) => date.wish),
      except: [],
      series: null,
      isFirstOfTwo: dates.some(({ isFirstOfTwo, wish: { isLeftOut } }) => isFirstOfTwo && !isLeftOut),
    };
  }

  private settle(
    { days, decisions = [] }: DaysWish,
    all: WishForAll,
    { contactPoint, visible }: { contactPoint: ContactPoint; visible: Room[] },
  ): WallDate[] {
    const decided = new Map(decisions.map((decision) => [decision.date, decision]));
    const now = this.clock.now();
    return days.map((day) => {
      const decision = decided.get(day.date);
      if (decision?.choose === 'otherRoom') requireRoom(decision.roomId, visible, all.people);
      const dated = dateWish(day, all, decision);
      if (dated.wish.isMissing && days.length === 1) throw new errors.TimeDoesNotExist();
      const fault = faultOf({ ...dated, range: dated.wish.range }, contactPoint, now);
      if (fault && !dated.wish.isLeftOut) throw new errors.AgainstTheRules(fault, contactPoint);
      return dated;
    });
  }
}

/** Throws SeriesRefused. */
function daysOf({ date, repeat }: ReserveRequest): WishedDay[] {
  if (!repeat) return [{ date }];
  const expanded = datesOf(Temporal.PlainDate.from(date), repeat);
  if (expanded.kind === 'refused') throw new errors.SeriesRefused(expanded.fault);
  return expanded.dates.map((each) => ({ date: each.date.toString(), isSkipped: each.isSkipped }));
}

/** `wished` are the rooms that may be held, `fitting` the same and then all others that would do. */
function roomsFor({ roomId, expectedParticipants }: DaysWish, visible: Room[]) {
  const fitting = fittingRooms(visible, expectedParticipants);
  if (roomId === 'any') {
    if (fitting.length === 0) throw new errors.NoRoomIsThatLarge();
    return { wished: fitting, fitting };
  }
  const room = requireRoom(roomId, visible, expectedParticipants);
  return { wished: [room], fitting: [room, ...fitting.filter(({ id }) => id !== roomId)] };
}

function requireRoom(roomId: string, visible: Room[], people: number): Room {
  const room = visible.find(({ id }) => id === roomId);
  if (!room) throw new NotFound();
  if (room.kind === 'practice') throw new errors.NeedsNoReservation();
  if (room.seats < people) throw new errors.TooManyForTheRoom(room.seats);
  return room;
}
