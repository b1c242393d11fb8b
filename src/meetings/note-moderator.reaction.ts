import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '../platform/events/events.js';
import { moderatorCame } from './meetings.events.js';
import { MeetingsStore } from './meetings.store.js';

/** As long as nobody who represents the group has come, somebody whom it named may open the meeting. */
@Injectable()
export class NoteModerator implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly store: MeetingsStore,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(moderatorCame, (tx, came) => this.store.noteModerator(tx, came));
  }
}
