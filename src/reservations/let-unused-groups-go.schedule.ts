import { Injectable, type OnModuleInit } from '@nestjs/common';
import { groupsMet, unusedGroupExpired } from '../groups/unused-groups.events.js';
import { UnusedGroupsReader } from '../groups/unused-groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { JobQueue } from '../platform/events/job-queue.js';
import { GroupDatesReader } from './group-dates.reader.js';

/**
 * At the end of each day: who has met has used the house, and groups whose day has come go, unless a date of theirs lies
 * ahead. Late in the evening, because people may still sign in on the day that their letter names.
 */
@Injectable()
export class LetUnusedGroupsGo implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly events: Events,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly unused: UnusedGroupsReader,
    private readonly dates: GroupDatesReader,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('40 23 * * *', 'let-unused-groups-go', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const met = await this.dates.metSince(now);
    const [groupIds, days] = [met.map(({ groupId }) => groupId), met.map(({ on }) => on)];
    if (met.length > 0)
      await this.transactions.run((tx) => this.events.publish(tx, groupsMet, { groupIds, days }));
    for (const { id } of await this.dates.withNoneAhead(await this.unused.due('delete'), now))
      await this.transactions.run((tx) => this.events.publish(tx, unusedGroupExpired, { groupId: id }));
  }
}
