import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { Outdated } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { AheadReader } from './ahead.reader.js';
import { datesCancelled } from './reservations.events.js';
import { ReservationsReader } from './reservations.reader.js';
import { ReservationsStore } from './reservations.store.js';

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
    await this.cancel(occurrence.reservationId, [occurrenceId]);
  }

  /** A date and all that follow, or all that lie ahead. Throws NotFound, NothingAhead, Outdated. */
  async runForSeries(
    actor: Representative,
    reservationId: string,
    scope: { from: string | undefined; expectedVersion: number | undefined },
  ): Promise<void> {
    const dates = await this.ahead.requireDates(actor, reservationId, scope);
    await this.cancel(
      reservationId,
      dates.map(({ id }) => id),
    );
  }

  /** Whoever else cancels or moves one of them at the same moment is no obstacle: what is planned is cancelled. */
  private async cancel(reservationId: string, ids: string[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.store.touch(tx, reservationId);
      const occurrenceIds = await this.store.cancel(tx, ids, { at: this.clock.now() });
      if (occurrenceIds.length > 0) await this.events.publish(tx, datesCancelled, { occurrenceIds });
    });
  }
}
