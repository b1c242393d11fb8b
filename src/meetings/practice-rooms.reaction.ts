import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '../platform/events/events.js';
import { practiceWished } from './meetings.events.js';
import { PracticeRoomsStore } from './practice-rooms.store.js';

/** Whoever wants to practise gets a room of their own, at once. */
@Injectable()
export class OpenPracticeRooms implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly store: PracticeRoomsStore,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(practiceWished, (tx, wish) => this.store.open(tx, wish));
  }
}
