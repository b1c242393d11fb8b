import { Injectable } from '@nestjs/common';
import type { Staff } from '../kernel/actor.js';
import { Transactions } from '../platform/database/transactions.js';
import { AccessEnded } from './groups.errors.js';
import { GroupsReader } from './groups.reader.js';
import { GroupsStore } from './groups.store.js';
import { UnusedGroupsStore } from './unused-groups.store.js';

/** A contact point knows that a group goes on, though nobody has used the house for long: its clock begins again. */
@Injectable()
export class KeepGroup {
  constructor(
    private readonly groups: GroupsReader,
    private readonly transactions: Transactions,
    private readonly store: GroupsStore,
    private readonly unused: UnusedGroupsStore,
  ) {}

  /** Throws NotFound, AccessEnded. */
  async run(actor: Staff, groupId: string): Promise<void> {
    await this.groups.requireVisible(actor, groupId);
    await this.transactions.run(async (tx) => {
      const state = await this.store.lockState(tx, groupId);
      if (state === 'ended') throw new AccessEnded();
      await this.unused.noteUse(tx, groupId);
    });
  }
}
