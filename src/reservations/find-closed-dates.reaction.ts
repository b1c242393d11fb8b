import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { ClosuresReader } from '../rooms/closures.reader.js';
import { ClosureHitsReader } from './closure-hits.reader.js';
import { closureJobs } from './domain/closure-jobs.js';
import { closedDatesFound, closureMade } from './reservations.events.js';

/** Shares out the dates that a closure hit when it was saved. Since then nobody could reserve there: none is new. */
@Injectable()
export class FindClosedDates implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly closures: ClosuresReader,
    private readonly hits: ClosureHitsReader,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.events.on(closureMade, 'find-closed-dates', async ({ times, ...made }) => {
      const closure = await this.closures.findClosure(made.closureId);
      if (!closure) return;
      const jobs = closureJobs(await this.hits.allOf({ ...closure, ...times }));
      await this.transactions.run(async (tx) => {
        for (const occurrenceIds of jobs)
          await this.events.publish(tx, closedDatesFound, { ...made, occurrenceIds });
      });
    });
  }
}
