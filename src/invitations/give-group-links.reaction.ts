import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { groupGranted } from '../groups/groups.events.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { GroupLinksReader } from './group-links.reader.js';
import { GroupLinksStore } from './group-links.store.js';

/** Every group has a link from its first day on; groups from before there were links get theirs when the house opens. */
@Injectable()
export class GiveGroupLinks implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly links: GroupLinksReader,
    private readonly store: GroupLinksStore,
  ) {}

  onModuleInit(): void {
    this.events.onWithin(groupGranted, (tx, { groupId }) => this.store.give(tx, [groupId], this.clock.now()));
  }

  async onApplicationBootstrap(): Promise<void> {
    const groupIds = await this.links.groupsWithout();
    if (groupIds.length > 0)
      await this.transactions.run((tx) => this.store.give(tx, groupIds, this.clock.now()));
  }
}
