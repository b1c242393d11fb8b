import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Representative } from '../kernel/actor.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { CalendarFeedsStore } from './calendar-feeds.store.js';

/** A representative takes an address for the group's calendar, the first or a new one; the one before opens nothing. */
@Injectable()
export class RenewCalendar {
  constructor(
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly feeds: CalendarFeedsStore,
  ) {}

  /** Throws NotFound. */
  async run(actor: Representative, groupId: string): Promise<void> {
    await this.groups.requireVisible(actor, groupId);
    const owner = { groupId, personId: actor.personId };
    await this.transactions.run((tx) => this.feeds.renew(tx, owner, this.clock.now()));
  }
}
