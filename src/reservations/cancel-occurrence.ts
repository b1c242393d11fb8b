import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { Outdated } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { AlreadyBegun } from './reservations.errors.js';
import { occurrenceCancelled } from './reservations.events.js';
import { ReservationsReader } from './reservations.reader.js';
import { ReservationsStore } from './reservations.store.js';

/** A representative calls a date off: the room is free again and everybody invited gets word. */
@Injectable()
export class CancelOccurrence {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: ReservationsStore,
    private readonly events: Events,
  ) {}

  /** Cancelling twice is the same as once. Throws NotFound, AlreadyBegun, Outdated when `expectedVersion` is stale. */
  async run(actor: Representative, occurrenceId: string, expectedVersion: number | undefined): Promise<void> {
    const occurrence = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    if (occurrence.state === 'cancelled') return;
    if (expectedVersion !== undefined && expectedVersion !== occurrence.version) throw new Outdated();
    const start = Temporal.Instant.from(occurrence.startsAt);
    if (start.epochMilliseconds <= this.clock.now().epochMilliseconds) throw new AlreadyBegun();

    const isCancelled = await this.transactions.run(async (tx) => {
      const isOurs = await this.store.cancel(tx, occurrenceId, occurrence.version);
      if (isOurs) await this.events.publish(tx, occurrenceCancelled, { occurrenceId });
      return isOurs;
    });
    if (!isCancelled) await this.acceptOthersCancellation(actor, occurrenceId);
  }

  /** Somebody was faster: well if they cancelled too, Outdated if they changed something else. */
  private async acceptOthersCancellation(actor: Representative, occurrenceId: string): Promise<void> {
    const { state } = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    if (state !== 'cancelled') throw new Outdated();
  }
}
