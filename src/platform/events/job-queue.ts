import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type QueueOptions } from 'pg-boss';
import type { Tx } from '../database/transactions.js';
import { log } from '../logging/log.js';

/** Injection token of the PostgreSQL URL the queue lives at. */
export const QUEUE_URL = Symbol('QUEUE_URL');

export interface Attempt {
  /** 0 for the first try. */
  retryCount: number;
  isLast: boolean;
}

export type JobHandler = (data: never, attempt: Attempt) => Promise<void>;

export interface JobOptions extends QueueOptions {
  /** How many jobs of this queue one instance works on at once. */
  atOnce?: number;
}

/**
 * Work that is committed together with the change that caused it and done afterwards, at least once, by one of
 * the instances (pg-boss). Queues are declared while modules start and worked on once all have.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly queues = new Map<string, { options: JobOptions; handler: JobHandler }>();

  constructor(@Inject(QUEUE_URL) url: string) {
    this.boss = new PgBoss({
      connectionString: url,
      max: 6,
      application_name: 'virtuelles-haus-jobs',
      useListenNotify: true,
    });
    this.boss.on('error', (error) =>
      log.warn({ code: (error as { code?: string }).code }, 'job queue disturbed'),
    );
  }

  declare(queue: string, options: JobOptions, handler: JobHandler): void {
    if (this.queues.has(queue)) throw new Error(`The queue ${queue} is declared twice.`);
    this.queues.set(queue, { options, handler });
  }

  /** Adds a job within the caller's transaction: no commit, no job. */
  async send(tx: Tx, queue: string, data: object): Promise<void> {
    await this.boss.send(queue, data, {
      db: { executeSql: (text, values) => queryWithin(tx, text, values) },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    for (const [queue, { options, handler }] of this.queues) await this.work(queue, options, handler);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5000 });
  }

  private async work(
    queue: string,
    { atOnce = 1, ...options }: JobOptions,
    handler: JobHandler,
  ): Promise<void> {
    const settings = { ...options, notify: true };
    await this.boss.createQueue(queue, settings);
    await this.boss.updateQueue(queue, settings);
    const pace = { pollingIntervalSeconds: 2, localConcurrency: atOnce, includeMetadata: true } as const;
    await this.boss.work(queue, pace, async (jobs) => {
      for (const job of jobs) {
        await handler(job.data as never, {
          retryCount: job.retryCount,
          isLast: job.retryCount >= job.retryLimit,
        });
      }
    });
  }
}

async function queryWithin(tx: Tx, text: string, values: unknown[] = []) {
  const runner = tx.queryRunner;
  if (!runner) throw new Error('A job is sent within a transaction.');
  const result = await runner.query(text, values, true);
  return { rows: result.records };
}
