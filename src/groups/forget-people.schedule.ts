import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import { RepresentativesStore } from './representatives.store.js';

/** Each minute: people who represent no group any more are forgotten, once everybody has word of it, they themselves too. */
@Injectable()
export class ForgetPeople implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly transactions: Transactions,
    private readonly store: RepresentativesStore,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('* * * * *', 'forget-people', () => this.run());
  }

  run(): Promise<void> {
    return this.transactions.run((tx) => this.store.forgetPeople(tx));
  }
}
