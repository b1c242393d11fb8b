import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { JobQueue } from '../platform/events/job-queue.js';
import { peopleForgotten } from './groups.events.js';
import { RepresentativesStore } from './representatives.store.js';

/** Each minute: people who represent no group any more are forgotten, once everybody has word of it, they themselves too. */
@Injectable()
export class ForgetPeople implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly events: Events,
    private readonly transactions: Transactions,
    private readonly store: RepresentativesStore,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('* * * * *', 'forget-people', () => this.transactions.run((tx) => this.run(tx)));
  }

  async run(tx: Tx): Promise<void> {
    await this.store.forgetNames(tx);
    const personIds = await this.store.lockFormer(tx);
    if (personIds.length === 0) return;
    await this.events.publish(tx, peopleForgotten, { personIds });
    await this.store.forget(tx, personIds);
  }
}
