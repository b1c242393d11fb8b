import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { Outdated } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { AheadReader, type Scope } from './ahead.reader.js';
import { datesCancelled } from './reservations.events.js';
import { ReservationsReader } from './reservations.reader.js';
import { ChangedMeanwhile, ReservationsStore, type Named } from './reservations.store.js';

/** A representative calls dates off: the rooms are free again and everybody invited gets word. */
@Injectable()
export class CancelOccurrence {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly ahead: AheadReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: ReservationsStore,
    private readonly events: Events,
  ) {}

  /**
   * One date; cancelling twice is the same as once. Throws NotFound, NotPlanned, AlreadyBegun, Outdated when
   * `expectedVersion` is stale.
   */
  async run(actor: Representative, occurrenceId: string, expectedVersion: number | undefined): Promise<void> {
    const occurrence = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    if (occurrence.state === 'cancelled') return;
    this.ahead.refuseUnlessAhead(occurrence);
    if (expectedVersion !== undefined && expectedVersion !== occurrence.version) throw new Outdated();
    const { id, reservationId } = occurrence;
    try {
      await this.cancel(reservationId, [{ id, version: expectedVersion }]);
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
      // Somebody was faster: well if they cancelled too, Outdated again if they changed something else.
      const { state } = await this.reservations.requireOwnOccurrence(actor, id);
      if (state !== 'cancelled') throw error;
    }
  }

  /**
   * A date and all that follow, or all that lie ahead; cancelling twice is the same as once. Throws NotFound,
   * NothingAhead, Outdated.
   */
  async runForSeries(actor: Representative, reservationId: string, scope: Scope): Promise<void> {
    const dates = await this.ahead.requireDates(actor, reservationId, scope);
    if (dates.length === 0) return;
    try {
      const named = dates.map(({ id }) => ({ id }));
      await this.cancel(reservationId, named, scope.expectedVersion);
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
      // Well if they cancelled too, here as well.
      await this.ahead.requireDates(actor, reservationId, scope);
    }
  }

  /**
   * Whoever else cancels or moves one of them at the same moment is no obstacle, unless the caller wants it as it was
   * seen: what is planned is cancelled. Throws Outdated when nothing is; then the reservation keeps its version too.
   */
  private async cancel(
    reservationId: string,
    dates: readonly Named[],
    expectedVersion?: number,
  ): Promise<void> {
    try {
      await this.transactions.run(async (tx) => {
        await this.store.touch(tx, reservationId, { expectedVersion });
        const occurrenceIds = await this.store.cancel(tx, dates, { at: this.clock.now() });
        if (occurrenceIds.length === 0) throw new ChangedMeanwhile();
        await this.events.publish(tx, datesCancelled, { occurrenceIds });
      });
    } catch (error) {
      if (error instanceof ChangedMeanwhile) throw new Outdated();
      throw error;
    }
  }
}
