import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import { DueMeetingsReader } from './due-meetings.reader.js';
import { MeetingsStore } from './meetings.store.js';
import { TrialSlotsStore } from './trial-slots.store.js';

/** Forgets what nobody needs of meetings that are over, and gives PINs to dates whose server can be called by now. */
@Injectable()
export class TendMeetings implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly meetings: DueMeetingsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: MeetingsStore,
    private readonly trials: TrialSlotsStore,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('*/10 * * * *', 'tend-meetings', async () => {
      const now = this.clock.now();
      const without = await this.meetings.withoutPin(now);
      await this.transactions.run(async (tx) => {
        await this.store.dropWhatIsOver(tx, now);
        await this.trials.dropWhatIsOver(tx, now);
        if (without.length > 0) await this.store.givePins(tx, without);
      });
    });
  }
}
