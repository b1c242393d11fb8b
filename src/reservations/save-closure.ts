import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { BookingLocksStore } from './booking-locks.store.js';
import { ClosureHitsReader, type HitRow } from './closure-hits.reader.js';
import type { ClosureWish } from './closure-wishes.reader.js';
import type { Treatment } from './closures.requests.js';
import { closureJobs } from './domain/closure-jobs.js';
import { closureMade } from './reservations.events.js';

/** A closure as it is in the table now. */
export interface WrittenClosure {
  closureId: string;
  version: number;
}

export type SavedClosure = WrittenClosure & { hits: HitRow[] };

/**
 * The one way to save a closure. Bookings on their way are waited for and are then among the hits; whoever comes later
 * sees the closure. What becomes of the hits is done after the commit, each on its own.
 */
@Injectable()
export class SaveClosure {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: BookingLocksStore,
    private readonly hits: ClosureHitsReader,
    private readonly events: Events,
  ) {}

  run(
    closure: ClosureWish,
    dates: Treatment,
    write: (tx: Tx) => Promise<WrittenClosure>,
  ): Promise<SavedClosure> {
    return this.transactions.run(async (tx) => {
      await this.locks.lockForClosure(tx);
      const written = await write(tx);
      const saved = { ...written, hits: await this.hits.hitsOf(closure, { manager: tx }) };
      if (dates !== 'leave') await this.announce(tx, saved, treatmentOf(closure, dates));
      return saved;
    });
  }

  private async announce(
    tx: Tx,
    { closureId, version, hits }: SavedClosure,
    treatment: 'cancel' | 'move',
  ): Promise<void> {
    for (const occurrenceIds of closureJobs(hits)) {
      await this.events.publish(tx, closureMade, { closureId, version, occurrenceIds, treatment });
    }
  }
}

/** Where every room is closed, there is none to move to. */
function treatmentOf({ roomId }: ClosureWish, dates: 'cancel' | 'move'): 'cancel' | 'move' {
  return roomId === null ? 'cancel' : dates;
}
