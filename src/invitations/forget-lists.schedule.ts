import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import { KeptListsStore } from './kept-lists.store.js';

/** Every night the lists go whose day has come: representatives have seen that day beside their list. */
@Injectable()
export class ForgetLists implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly transactions: Transactions,
    private readonly store: KeptListsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('10 3 * * *', 'forget-lists', () => this.run());
  }

  run(): Promise<void> {
    return this.transactions.run((tx) => this.store.forgetExpired(tx, this.clock.now()));
  }
}
