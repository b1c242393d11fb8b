import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { EXTENSION_MINUTES, LONGEST_DATE_MINUTES } from '../kernel/house-rules.js';
import { isBefore, minutesOf, rangeBetween, type TimeRange } from '../kernel/time-range.js';
import { doneBefore } from '../platform/idempotency/repeatable-request.js';
import { NO_QUOTA } from './domain/quota.js';
import type { DateWish } from './domain/verdicts.js';
import { HoldRooms } from './hold-rooms.js';
import { LongEnough, NotRunning } from './reservations.errors.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';
import { ReservationsStore } from './reservations.store.js';
import { StandingReader } from './standing.reader.js';

/** A representative gives a running meeting half an hour more, if nobody needs the room and the server has room left. */
@Injectable()
export class ExtendMeeting {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly standing: StandingReader,
    private readonly holdRooms: HoldRooms,
    private readonly store: ReservationsStore,
    private readonly clock: Clock,
  ) {}

  /** Throws NotFound, AccessRests, NotRunning, LongEnough, Outdated, RoomAlreadyTaken. */
  async run(actor: Representative, occurrenceId: string): Promise<void> {
    const date = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    if (doneBefore()) return;
    if (!this.isRunning(date)) throw new NotRunning();
    if (minutesOf(rangeBetween(date)) + EXTENSION_MINUTES > LONGEST_DATE_MINUTES) throw new LongEnough();
    const wish = await this.standing.wishFor(actor, [date]);
    const longer = { ...wish, quota: NO_QUOTA, dates: wish.dates.map(extended) };
    await this.holdRooms.run(longer, async (tx, [judged]) => {
      if (!judged) return;
      await this.store.touch(tx, date.reservationId);
      await this.store.extend(tx, { ...date, judged }, EXTENSION_MINUTES);
    });
  }

  private isRunning(date: OccurrenceRow): boolean {
    const now = this.clock.now();
    const { start, end } = rangeBetween(date);
    return date.state === 'planned' && !isBefore(now, start) && isBefore(now, end);
  }
}

function extended(wish: DateWish): DateWish {
  const longer = ({ start, end }: TimeRange) => ({ start, end: end.add({ minutes: EXTENSION_MINUTES }) });
  return { ...wish, isRunning: true, range: longer(wish.range), holds: longer(wish.holds) };
}
