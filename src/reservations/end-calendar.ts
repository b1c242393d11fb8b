import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Transactions } from '../platform/database/transactions.js';
import { CalendarFeedsStore } from './calendar-feeds.store.js';

/** A representative ends their own address of the group's calendar; ending it twice is the same as once. */
@Injectable()
export class EndCalendar {
  constructor(
    private readonly groups: GroupsReader,
    private readonly transactions: Transactions,
    private readonly feeds: CalendarFeedsStore,
  ) {}

  /** Throws NotFound. */
  async run(actor: Representative, groupId: string): Promise<void> {
    await this.groups.requireVisible(actor, groupId);
    await this.transactions.run((tx) => this.feeds.end(tx, { groupId, personId: actor.personId }));
  }
}
