import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dateOf } from '../kernel/local-time.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { dueStep } from './domain/unused.js';
import { ForgetPeople } from './forget-people.schedule.js';
import { groupDeleted, unusedGroupExpired } from './unused-groups.events.js';
import { UnusedGroupsStore } from './unused-groups.store.js';

/**
 * A group that nobody uses is deleted with all that hangs on it, wholly or not at all, and with those who represent no
 * other one. Whoever comes at that moment keeps it: what is due is asked again once the row is locked.
 */
@Injectable()
export class DeleteUnusedGroup implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: UnusedGroupsStore,
    private readonly forgetPeople: ForgetPeople,
  ) {}

  onModuleInit(): void {
    this.events.on(unusedGroupExpired, 'delete-group', ({ groupId }) => this.run(groupId));
  }

  private run(groupId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const use = await this.store.lock(tx, groupId);
      if (!use || dueStep(use, dateOf(this.clock.now())) !== 'delete') return;
      // Who follows looks for what belongs to the group, and asks before it is gone.
      await this.events.publish(tx, groupDeleted, { groupId });
      await this.store.deleteGroup(tx, groupId);
      await this.forgetPeople.run(tx);
    });
  }
}
