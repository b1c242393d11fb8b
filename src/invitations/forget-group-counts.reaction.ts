import { Injectable, type OnModuleInit } from '@nestjs/common';
import { groupDeleted } from '../groups/unused-groups.events.js';
import { Events } from '../platform/events/events.js';
import { InvitationLimitsStore } from './invitation-limits.store.js';

/** With a group goes the count of its invitations, which no key leads to it from. */
@Injectable()
export class ForgetGroupCounts implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly limits: InvitationLimitsStore,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(groupDeleted, (tx, { groupId }) => this.limits.forgetGroup(tx, groupId));
  }
}
