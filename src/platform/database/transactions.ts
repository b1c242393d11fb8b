import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { RememberedAnswersStore } from '../idempotency/remembered-answers.store.js';
import { currentRequest } from '../idempotency/repeatable-request.js';

/** An open transaction: stores take it, so that what belongs together is committed together. */
export type Tx = EntityManager;

/** Serialisation failure, deadlock, lock wait: PostgreSQL's words for "try the whole thing again". */
const TRY_AGAIN = new Set(['40001', '40P01', '55P03']);
const ATTEMPTS = 3;

/** Opens the one transaction of a command, and starts it over when PostgreSQL asks for that. */
@Injectable()
export class Transactions {
  constructor(
    private readonly source: DataSource,
    private readonly answers: RememberedAnswersStore,
  ) {}

  /** What `work` returns must survive JSON: a repeated request gets it back without the work being done again. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !TRY_AGAIN.has((error as { code?: string }).code ?? '')) throw error;
        // By chance, so that those who met once do not meet again at the same moment.
        await sleep(randomInt(5, 31));
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const request = currentRequest.getStore();
    if (!request || request.isDone) return this.source.transaction(work);
    const result = await this.source.transaction(async (tx) => {
      const taken = await this.answers.take(tx, request);
      if (!taken.isNew) return taken.result as T;
      const fresh = await work(tx);
      await this.answers.keepResult(tx, request, fresh);
      return fresh;
    });
    request.isDone = true;
    return result;
  }
}
