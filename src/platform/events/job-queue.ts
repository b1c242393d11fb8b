import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { PgBoss, type JobResult, type JobWithMetadata, type QueueOptions, type QueuePolicy } from 'pg-boss';
import { HOUSE_TIME_ZONE } from '../../kernel/local-time.js';
import type { Tx } from '../database/transactions.js';
import { log } from '../logging/log.js';

/** Injection token of the PostgreSQL URL the queue lives at. */
export const QUEUE_URL = Symbol('QUEUE_URL');
/** Injection token: whether the clock wakes what waits for it. Not in a house whose clock is moved by hand. */
export const IS_WOKEN = Symbol('IS_WOKEN');
/** Injection token: whether this process is a house that works, and not a command that changes something and ends. */
export const IS_AT_WORK = Symbol('IS_AT_WORK');

export interface Attempt {
  /** 0 for the first try. */
  retryCount: number;
  isLast: boolean;
}

export type JobHandler = (data: never, attempt: Attempt) => Promise<void>;

export interface JobOptions extends QueueOptions {
  policy?: QueuePolicy;
  /** How many jobs of this queue one instance takes at once; a full batch means there is more and it goes on. */
  atOnce?: number;
}

interface DeclaredQueue {
  atOnce: number;
  policy: QueuePolicy;
  /** What can be changed of a queue that is there. */
  settings: QueueOptions & { notify: true };
  handler: JobHandler;
}

/** What the clock starts is short, runs again at its next time, and never twice at once. */
const CLOCKWORK = { policy: 'stately', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3600 };

/**
 * Work that is committed together with the change that caused it and done afterwards, at least once, by one of
 * the instances (pg-boss). Queues are declared while modules start and worked on once all have.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly queues = new Map<string, DeclaredQueue>();
  private readonly times = new Map<string, string>();

  constructor(
    @Inject(QUEUE_URL) url: string,
    @Inject(IS_WOKEN) private readonly isWoken: boolean,
    @Inject(IS_AT_WORK) private readonly isAtWork = true,
  ) {
    this.boss = new PgBoss({
      connectionString: url,
      schedule: isWoken,
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
    const { atOnce = 8, policy = 'standard', ...settings } = options;
    this.queues.set(queue, { atOnce, policy, settings: { ...settings, notify: true }, handler });
  }

  /**
   * Work that the clock starts, in one of the instances; `times` is a cron expression in the house's time zone. The clock
   * only wakes: what is due is decided by the tables, so that a time that was missed or came twice does no harm.
   */
  wakeAt(times: string, queue: string, handler: () => Promise<void>): void {
    this.declare(queue, CLOCKWORK, handler);
    this.times.set(queue, times);
  }

  /** Adds a job within the caller's transaction: no commit, no job. */
  async send(tx: Tx, queue: string, data: object): Promise<void> {
    await this.boss.send(queue, data, {
      db: { executeSql: async (text, values) => ({ rows: await tx.query<unknown[]>(text, values) }) },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.isAtWork) return;
    await this.boss.start();
    await this.makeQueues();
    await Promise.all([...this.queues].map(([name, queue]) => this.work(name, queue)));
    if (!this.isWoken) return;
    for (const [queue, times] of this.times)
      await this.boss.schedule(queue, times, null, { tz: HOUSE_TIME_ZONE });
  }

  /** What runs is finished while everything it needs is still there; new jobs can be sent until the last request. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.isAtWork) return;
    await Promise.all([...this.queues.keys()].map((queue) => this.boss.offWork(queue)));
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.isAtWork) await this.boss.stop({ graceful: true, timeout: 5000 });
  }

  /** Most starts find them as they left them. */
  private async makeQueues(): Promise<void> {
    const found = new Map((await this.boss.getQueues()).map((queue) => [queue.name, queue]));
    const wanted = [...this.queues].filter(([name, { settings }]) => !hasSettings(found.get(name), settings));
    await Promise.all(
      wanted.map(async ([name, { policy, settings }]) => {
        await this.boss.createQueue(name, { ...settings, policy });
        await this.boss.updateQueue(name, settings);
      }),
    );
  }

  private async work(queue: string, { atOnce, handler }: DeclaredQueue): Promise<void> {
    const pace = {
      batchSize: atOnce,
      burstWhenBatchFull: true,
      // A notification wakes the queue at once; this is for the one that got lost.
      notifyPollingIntervalSeconds: 5,
      includeMetadata: true,
      perJobResults: true,
    } as const;
    await this.boss.work(queue, pace, (jobs) => Promise.all(jobs.map((job) => attempt(handler, job))));
  }
}

function hasSettings(queue: object = {}, settings: object): boolean {
  const found = new Map<string, unknown>(Object.entries(queue));
  return Object.entries(settings).every(([name, value]) => found.get(name) === value);
}

/** Each job of a batch succeeds or fails on its own; what failed comes back later. */
async function attempt(handler: JobHandler, job: JobWithMetadata<unknown>): Promise<JobResult> {
  const { id, data, retryCount, retryLimit } = job;
  try {
    await handler(data as never, { retryCount, isLast: retryCount >= retryLimit });
    return { id, status: 'completed' };
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    log.warn({ queue: job.name, name, code, retryCount }, 'job failed');
    return { id, status: 'failed', output: { name, code } };
  }
}
