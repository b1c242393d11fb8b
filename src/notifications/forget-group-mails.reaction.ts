import { Injectable, type OnModuleInit } from '@nestjs/common';
import { groupDeleted } from '../groups/unused-groups.events.js';
import { Events } from '../platform/events/events.js';
import { NoticesStore } from './notices.store.js';

/** With a group goes all mail to its people, those who wait included: rows of mails have no key that leads to it. */
@Injectable()
export class ForgetGroupMails implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly store: NoticesStore,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(groupDeleted, (tx, { groupId }) => this.store.forgetGroup(tx, groupId));
  }
}
