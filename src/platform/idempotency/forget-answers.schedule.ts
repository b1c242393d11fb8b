import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { JobQueue } from '../events/job-queue.js';
import { RememberedAnswersStore } from './remembered-answers.store.js';

/** Every hour the answers go that were kept for a day: they tell who did what. */
@Injectable()
export class ForgetAnswers implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly transactions: Transactions,
    private readonly answers: RememberedAnswersStore,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('5 * * * *', 'forget-answers', () => this.run());
  }

  run(): Promise<void> {
    return this.transactions.run((tx) => this.answers.forgetOld(tx));
  }
}
