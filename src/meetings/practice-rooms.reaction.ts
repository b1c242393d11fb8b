import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Events } from '../platform/events/events.js';
import { practiceWished } from './meetings.events.js';
import { PracticeNames } from './practice-names.js';
import { TrialSlotsStore } from './trial-slots.store.js';

/** Whoever wants to practise gets the room of their link, at once. */
@Injectable()
export class OpenPracticeRooms implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly names: PracticeNames,
    private readonly clock: Clock,
    private readonly store: TrialSlotsStore,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(practiceWished, (tx, { link, serverId }) => {
      const now = this.clock.now();
      return this.store.openPractice(tx, { serverId, ...this.names.of(link, now) }, now);
    });
  }
}
