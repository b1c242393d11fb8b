import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Events } from '../platform/events/events.js';
import { serverOpened } from '../rooms/rooms.events.js';
import { ReservationsStore } from './reservations.store.js';

/** Dates from the time before the house had a Jitsi server meet on the first one it gets, and count there. */
@Injectable()
export class PutDatesOnServer implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly store: ReservationsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(serverOpened, (tx, { serverId }) =>
      this.store.putOnServer(tx, serverId, this.clock.now()),
    );
  }
}
