import { Injectable } from '@nestjs/common';
import type { Staff } from '../kernel/actor.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { GroupState } from './group.entity.js';
import { AccessEnded } from './groups.errors.js';
import { groupEnded } from './groups.events.js';
import { GroupsReader } from './groups.reader.js';
import { GroupsStore } from './groups.store.js';
import { UnusedGroupsStore } from './unused-groups.store.js';

/**
 * A contact point pauses, resumes or ends the access of a group. While it rests its dates stay, and their doors rest as
 * the access does, for all; once it has ended its dates are called off.
 */
@Injectable()
export class ChangeAccess {
  constructor(
    private readonly groups: GroupsReader,
    private readonly transactions: Transactions,
    private readonly store: GroupsStore,
    private readonly unused: UnusedGroupsStore,
    private readonly events: Events,
  ) {}

  /** What is so already stays so; an end is for good. Throws NotFound, AccessEnded. */
  async run(actor: Staff, groupId: string, wanted: GroupState): Promise<void> {
    await this.groups.requireVisible(actor, groupId);
    await this.transactions.run(async (tx) => {
      const state = await this.store.lockState(tx, groupId);
      if (state === wanted) return;
      if (state === 'ended') throw new AccessEnded();
      await this.store.setState(tx, groupId, wanted);
      if (wanted === 'ended') await this.events.publish(tx, groupEnded, { groupId });
      // Whoever lets a group go on expects it to be there for another year.
      if (wanted === 'active') await this.unused.noteUse(tx, groupId);
    });
  }
}
