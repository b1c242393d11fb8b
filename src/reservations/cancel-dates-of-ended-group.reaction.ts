import { Injectable, type OnModuleInit } from '@nestjs/common';
import { groupEnded } from '../groups/groups.events.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { BookingLocksStore } from './booking-locks.store.js';
import { GroupDatesReader } from './group-dates.reader.js';
import { datesCancelled } from './reservations.events.js';
import { ChangedMeanwhile, ReservationsStore } from './reservations.store.js';

/**
 * The dates ahead of a group that has ended are called off: nobody stands before a door that stays shut, and the rooms
 * are free for others. After the end and not within it: a reservation under way at that moment is waited for, and one that
 * comes later sees the end.
 */
@Injectable()
export class CancelDatesOfEndedGroup implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly dates: GroupDatesReader,
    private readonly transactions: Transactions,
    private readonly store: ReservationsStore,
    private readonly locks: BookingLocksStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on(groupEnded, 'cancel-dates', async ({ groupId }) => {
      await this.transactions.run((tx) => this.locks.lockGroup(tx, groupId));
      const at = this.clock.now();
      for (const { reservationId, occurrenceIds } of await this.dates.aheadOf(groupId, at))
        await this.cancel(reservationId, occurrenceIds, at);
    });
  }

  /** If all are off by then, their reservation keeps its version too. */
  private async cancel(reservationId: string, ids: string[], at: Temporal.Instant): Promise<void> {
    const cancelling = this.transactions.run(async (tx) => {
      await this.store.touch(tx, reservationId);
      const named = ids.map((id) => ({ id }));
      const occurrenceIds = await this.store.cancel(tx, named, { at, reason: 'accessEnded' });
      if (occurrenceIds.length === 0) throw new ChangedMeanwhile();
      await this.events.publish(tx, datesCancelled, { occurrenceIds });
    });
    await cancelling.catch((error: unknown) => {
      if (!(error instanceof ChangedMeanwhile)) throw error;
    });
  }
}
