import { Injectable, type OnModuleInit } from '@nestjs/common';
import { representativeRemoved } from '../groups/groups.events.js';
import { Events } from '../platform/events/events.js';
import { AccessStore } from './access.store.js';

/** Whoever represents no group any more is signed out everywhere, at once. */
@Injectable()
export class SignOutFormer implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly store: AccessStore,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(representativeRemoved, (tx, { personId }) => this.store.signOutFormer(tx, personId));
  }
}
