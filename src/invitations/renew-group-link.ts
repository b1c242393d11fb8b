import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { GroupLinksStore } from './group-links.store.js';

/** A representative takes a new link for the group, say because strangers know the old one, which opens nothing more. */
@Injectable()
export class RenewGroupLink {
  constructor(
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly links: GroupLinksStore,
  ) {}

  /** Throws NotFound. */
  async run(actor: Representative, groupId: string): Promise<void> {
    await this.groups.requireVisible(actor, groupId);
    await this.transactions.run((tx) => this.links.renew(tx, groupId, this.clock.now()));
  }
}
