import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Events } from '../platform/events/events.js';
import { datesCancelled, datesRestored, reservationMade } from '../reservations/reservations.events.js';
import { roomLeaked } from './meetings.events.js';
import { MeetingsStore } from './meetings.store.js';

/**
 * Every planned date has a Jitsi room of its own. A cancelled one leaves its room, whose name opens nothing again, and keeps
 * its PIN, which stands in mails, should it come back. One that strangers know gets another room and another PIN.
 */
@Injectable()
export class NameMeetings implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly store: MeetingsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const event of [reservationMade, datesRestored])
      this.events.onWithin(event, (tx, { occurrenceIds }) => this.store.addMeetings(tx, occurrenceIds));
    this.events.onWithin(datesCancelled, (tx, { occurrenceIds }) => this.store.leaveRooms(tx, occurrenceIds));
    this.events.onWithin(roomLeaked, (tx, { occurrenceIds }) =>
      this.store.renameMeetings(tx, occurrenceIds, this.clock.now()),
    );
  }
}
