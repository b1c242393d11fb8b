import { Injectable } from '@nestjs/common';
import type { ContactPoint } from '../contact-points/contact-point.entity.js';
import { Clock } from '../kernel/clock.js';
import { dateOf, settle, startOfDay, wallTimeOf } from '../kernel/local-time.js';
import { isBefore, toUtc, type TimeRange } from '../kernel/time-range.js';
import type { Room } from '../rooms/room.entity.js';
import { freeRooms, nearestFreeTimes, type RoomDay } from './domain/alternatives.js';
import { ReservationsReader } from './reservations.reader.js';
import type { ClashView } from './reservations.views.js';

/** What a group can do instead when its wish clashes: other rooms at that time, other times that day. */
@Injectable()
export class AlternativesReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly clock: Clock,
  ) {}

  /** `rooms` are those that fit, the wished ones first. */
  async describeClash(range: TimeRange, rooms: Room[], contactPoint: ContactPoint): Promise<ClashView> {
    const day = dateOf(range.start);
    const wholeDay = { start: startOfDay(day), end: startOfDay(day.add({ days: 1 })) };
    const taken = await this.reservations.takenBetween(
      rooms.map(({ id }) => id),
      wholeDay,
    );
    const ofRoom = Map.groupBy(taken, ({ roomId }) => roomId);
    const days: RoomDay[] = rooms.map(({ id, name }) => ({
      id,
      name,
      taken: (ofRoom.get(id) ?? []).map(({ startsAt, endsAt }) => ({
        start: Temporal.Instant.from(startsAt),
        end: Temporal.Instant.from(endsAt),
      })),
    }));
    const window = this.openingOf(day, contactPoint);
    const times = nearestFreeTimes(range, days[0]?.taken ?? [], window);
    return {
      date: wallTimeOf(range.start).date,
      startsAt: toUtc(range.start),
      endsAt: toUtc(range.end),
      verdict: 'taken',
      alternatives: [...freeRooms(range, days), ...times],
    };
  }

  /** The opening hours of a day, as far as they still lie ahead, on the grid of quarter hours. */
  private openingOf(day: Temporal.PlainDate, { opensAt, closesAt }: ContactPoint): TimeRange {
    const opening = settle({ date: day.toString(), time: opensAt });
    const start = opening.kind === 'missing' ? startOfDay(day) : opening.instant;
    const closing = closesAt === '24:00' ? undefined : settle({ date: day.toString(), time: closesAt });
    const end = closing && closing.kind !== 'missing' ? closing.instant : startOfDay(day.add({ days: 1 }));
    return { start: this.notInThePast(start), end };
  }

  private notInThePast(start: Temporal.Instant): Temporal.Instant {
    const now = this.clock.now();
    if (!isBefore(start, now)) return start;
    return now.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' });
  }
}
