import { Injectable, type OnModuleInit } from '@nestjs/common';
import { groupEnded } from '../groups/groups.events.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { BookingLocksStore } from './booking-locks.store.js';
import { GroupDatesReader } from './group-dates.reader.js';
import { datesCancelled } from './reservations.events.js';
import { ReservationsStore } from './reservations.store.js';

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
      for (const { reservationId, occurrenceIds } of await this.dates.aheadOf(groupId, at)) {
        await this.transactions.run(async (tx) => {
          await this.store.touch(tx, reservationId);
          const named = occurrenceIds.map((id) => ({ id }));
          const cancelled = await this.store.cancel(tx, named, { at });
          if (cancelled.length > 0)
            await this.events.publish(tx, datesCancelled, { occurrenceIds: cancelled });
        });
      }
    });
  }
}
