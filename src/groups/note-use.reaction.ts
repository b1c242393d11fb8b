import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '../platform/events/events.js';
import { groupsMet, representativeVisited, unusedGroupTold } from './unused-groups.events.js';
import { UnusedGroupsStore } from './unused-groups.store.js';

/** Keeps the day on which a group was used last, and what those who represent it were told since. */
@Injectable()
export class NoteUse implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly store: UnusedGroupsStore,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(representativeVisited, (tx, { personId }) => this.store.noteVisit(tx, personId));
    this.events.onWithin(groupsMet, (tx, met) => this.store.noteMeetings(tx, met));
    this.events.onWithin(unusedGroupTold, (tx, told) => this.store.noteTold(tx, told));
  }
}
