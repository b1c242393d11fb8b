import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { ClosureTimes } from '../rooms/closures.reader.js';
import { BookingLocksStore } from './booking-locks.store.js';
import { ClosureHitsReader, type Hits } from './closure-hits.reader.js';
import type { ClosureWish } from './closure-wishes.reader.js';
import type { Treatment } from './closures.requests.js';
import type { DecidedClosure } from './closures.store.js';
import { closureMade } from './reservations.events.js';

/** A closure as it is in the table now. */
export interface WrittenClosure {
  closureId: string;
  version: number;
}

/** Ids alone, because a remembered answer may outlive a group. */
export type SavedClosure = WrittenClosure & { hits: Hits };

/**
 * The one way to save a closure. Bookings on their way are waited for and are then among the hits; whoever comes later
 * sees the closure. All bookings of the house wait meanwhile: so the hits are only counted here, and what becomes of them
 * is done after the commit.
 */
@Injectable()
export class SaveClosure {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: BookingLocksStore,
    private readonly hits: ClosureHitsReader,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(
    closure: ClosureWish,
    dates: Treatment,
    write: (tx: Tx, decided: DecidedClosure) => Promise<WrittenClosure>,
  ): Promise<SavedClosure> {
    return this.transactions.run(async (tx) => {
      await this.locks.lockForClosure(tx);
      // Under the lock, so that no date comes to stand in it afterwards.
      const leavesDatesSince = dates === 'leave' ? this.clock.now() : null;
      const written = await write(tx, { ...closure, leavesDatesSince });
      const hits = await this.hits.hitsOf(closure, tx);
      if (dates !== 'leave' && hits.count > 0) {
        await this.events.publish(tx, closureMade, {
          ...written,
          times: timesOf(closure),
          treatment: treatmentOf(closure, dates),
        });
      }
      return { ...written, hits };
    });
  }
}

function timesOf({ startsAt, endsAt, isYearly }: ClosureTimes): ClosureTimes {
  return { startsAt, endsAt, isYearly };
}

/** Where every room is closed, there is none to move to. */
function treatmentOf({ roomId }: ClosureWish, dates: 'cancel' | 'move'): 'cancel' | 'move' {
  return roomId === null ? 'cancel' : dates;
}
