import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { datesCancelled, datesRestored, reservationMade } from '../reservations/reservations.events.js';
import { MeetingsStore } from './meetings.store.js';

/** Every planned date has a Jitsi room of its own; a cancelled one loses it, so that its name opens nothing again. */
@Injectable()
export class NameMeetings implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly transactions: Transactions,
    private readonly store: MeetingsStore,
  ) {}

  /** Events may come late or twice: what counts is how the dates stand now. */
  onModuleInit(): void {
    for (const event of [reservationMade, datesRestored, datesCancelled]) {
      this.events.on(event, 'name-meetings', ({ occurrenceIds }) =>
        this.transactions.run((tx) => this.store.nameAsPlanned(tx, occurrenceIds)),
      );
    }
  }
}
