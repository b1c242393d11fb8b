import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { RESTORE_MINUTES } from '../kernel/house-rules.js';
import { wallTimeOf } from '../kernel/local-time.js';
import { isBefore } from '../kernel/time-range.js';
import { Events } from '../platform/events/events.js';
import { doneBefore } from '../platform/idempotency/repeatable-request.js';
import { calledOffAt } from './domain/reasons.js';
import { HoldRooms } from './hold-rooms.js';
import { AlreadyBegun, NotCancelled, TooLateToRestore } from './reservations.errors.js';
import { datesRestored } from './reservations.events.js';
import { ReservationsReader, type OccurrenceRow } from './reservations.reader.js';
import type { RestoreRequest } from './reservations.requests.js';
import { ReservationsStore } from './reservations.store.js';
import { StandingReader } from './standing.reader.js';

/** A representative takes a cancellation back, while it is fresh and the rooms are still free. */
@Injectable()
export class RestoreDates {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly standing: StandingReader,
    private readonly holdRooms: HoldRooms,
    private readonly store: ReservationsStore,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** One date. Throws NotFound, NotCancelled, TooLateToRestore, AlreadyBegun, AccessRests, RoomAlreadyTaken. */
  async run(actor: Representative, occurrenceId: string): Promise<void> {
    await this.restore(actor, [await this.reservations.requireOwnOccurrence(actor, occurrenceId)]);
  }

  /**
   * All dates that the group cancelled together, the last time that it cancelled any, or else those that a closure did,
   * but for those that are left out. What has begun since stays cancelled. Throws the same.
   */
  async runForSeries(
    actor: Representative,
    reservationId: string,
    { leaveOut }: RestoreRequest,
  ): Promise<void> {
    const all = await this.reservations.requireOwnDates(actor, reservationId);
    const cancelled = all.filter(({ state }) => state === 'cancelled');
    const byGroup = cancelled.filter(({ reason }) => reason === null);
    const together = cancelledLast(byGroup.length > 0 ? byGroup : cancelled).filter(
      (date) => !leaveOut.some((named) => isMeant(date, named)),
    );
    const ahead = together.filter(({ startsAt }) => this.isAhead(startsAt));
    await this.restore(actor, ahead.length > 0 ? ahead : together);
  }

  private async restore(actor: Representative, dates: OccurrenceRow[]): Promise<void> {
    if (doneBefore()) return;
    const [first] = dates;
    if (!first) throw new NotCancelled();
    for (const date of dates) this.requireFresh(date);
    const wish = await this.standing.wishFor(actor, dates);
    // Dates that come back together were called off together.
    await this.holdRooms.run({ ...wish, calledOffAt: calledOffAt(first) }, async (tx, judged) => {
      const placed = judged.map((each, index) => {
        const { id, version } = dates[index] as OccurrenceRow;
        return { id, version, judged: each, isTold: true };
      });
      await this.store.touch(tx, first.reservationId);
      await this.store.place(tx, placed);
      await this.events.publish(tx, datesRestored, { occurrenceIds: dates.map(({ id }) => id) });
    });
  }

  private requireFresh({ state, cancelledAt, startsAt }: OccurrenceRow): void {
    if (state !== 'cancelled' || !cancelledAt) throw new NotCancelled();
    if (!this.isAhead(cancelledAt, RESTORE_MINUTES)) throw new TooLateToRestore();
    if (!this.isAhead(startsAt)) throw new AlreadyBegun();
  }

  private isAhead(instant: string, minutes = 0): boolean {
    return isBefore(this.clock.now(), Temporal.Instant.from(instant).add({ minutes }));
  }
}

/** By its name within its series, or else by the day that is shown. */
function isMeant(
  { seriesDate, startsAt }: OccurrenceRow,
  named: RestoreRequest['leaveOut'][number],
): boolean {
  if (named.seriesDate !== undefined) return named.seriesDate === seriesDate;
  return named.date === wallTimeOf(Temporal.Instant.from(startsAt)).date;
}

function cancelledLast(dates: OccurrenceRow[]): OccurrenceRow[] {
  const moments = dates.map(({ cancelledAt }) => cancelledAt ?? '').sort();
  return dates.filter(({ cancelledAt }) => cancelledAt === moments.at(-1));
}
