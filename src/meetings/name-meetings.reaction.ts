import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { occurrenceCancelled, reservationMade } from '../reservations/reservations.events.js';
import { MeetingsStore } from './meetings.store.js';

/** Every date gets a Jitsi room of its own; a cancelled date loses it, so that its name opens nothing again. */
@Injectable()
export class NameMeetings implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly transactions: Transactions,
    private readonly store: MeetingsStore,
  ) {}

  onModuleInit(): void {
    this.events.on(reservationMade, 'name-meetings', ({ occurrenceIds }) =>
      this.transactions.run(async (tx) => {
        for (const occurrenceId of occurrenceIds) await this.store.addMeeting(tx, occurrenceId);
      }),
    );
    this.events.on(occurrenceCancelled, 'remove-meeting', ({ occurrenceId }) =>
      this.transactions.run((tx) => this.store.removeMeeting(tx, occurrenceId)),
    );
  }
}
