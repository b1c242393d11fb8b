import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { BookingLocksStore } from './booking-locks.store.js';
import { ClosureHitsReader, type HitRow } from './closure-hits.reader.js';
import type { ClosureWish } from './closure-wishes.reader.js';
import type { Treatment } from './closures.requests.js';
import { closureMade } from './reservations.events.js';

/** So that one job is done long before the queue takes it for lost. */
const DATES_A_JOB = 100;

export interface SavedClosure {
  closureId: string;
  hits: HitRow[];
}

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

  /** `write` returns the id of the closure. */
  run(closure: ClosureWish, dates: Treatment, write: (tx: Tx) => Promise<string>): Promise<SavedClosure> {
    return this.transactions.run(async (tx) => {
      await this.locks.lockForClosure(tx);
      const closureId = await write(tx);
      const hits = await this.hits.hitsOf(closure, { manager: tx });
      if (dates !== 'leave') await this.announce(tx, { closureId, hits }, treatmentOf(closure, dates));
      return { closureId, hits };
    });
  }

  private async announce(
    tx: Tx,
    { closureId, hits }: SavedClosure,
    treatment: 'cancel' | 'move',
  ): Promise<void> {
    const ids = hits.map(({ occurrenceId }) => occurrenceId);
    for (let from = 0; from < ids.length; from += DATES_A_JOB) {
      const occurrenceIds = ids.slice(from, from + DATES_A_JOB);
      await this.events.publish(tx, closureMade, { closureId, occurrenceIds, treatment });
    }
  }
}

/** Where every room is closed, there is none to move to. */
function treatmentOf({ roomId }: ClosureWish, dates: 'cancel' | 'move'): 'cancel' | 'move' {
  return roomId === null ? 'cancel' : dates;
}
