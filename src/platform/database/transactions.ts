import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { RememberedAnswersStore } from '../idempotency/remembered-answers.store.js';
import { currentRequest } from '../idempotency/repeatable-request.js';

/** What can be asked in SQL: a transaction, the quick line, any connection. */
export type Askable = Pick<EntityManager, 'query'>;

/** An open transaction: stores take it, so that what belongs together is committed together. */
export type Tx = EntityManager;

/**
 * Serialisation failure, deadlock, lock wait: PostgreSQL's words for "try the whole thing again". So is a row that bars
 * another: looked at again, what has come in between is seen.
 */
const TRY_AGAIN = new Set(['40001', '40P01', '55P03', '23P01']);
const ATTEMPTS = 3;
/** Later than this after the first attempt none is begun: with one more wait for a lock, somebody hears within 5 s. */
const LAST_ATTEMPT_MS = 3_000;

/** Opens the one transaction of a command, and starts it over when PostgreSQL asks for that. */
@Injectable()
export class Transactions {
  /** What is still on its way when a command is done, by transaction. */
  private readonly lastWrites = new WeakMap<Tx, Promise<unknown>[]>();
  /** Transactions that have been taken back before their command was done. */
  private readonly givenUp = new WeakSet<Tx>();

  constructor(
    private readonly source: DataSource,
    private readonly answers: RememberedAnswersStore,
  ) {}

  /** What `work` returns must survive JSON: a repeated request gets it back without the work being done again. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const begun = performance.now();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        const isLast = attempt === ATTEMPTS || performance.now() - begun > LAST_ATTEMPT_MS;
        if (isLast || !TRY_AGAIN.has((error as { code?: string }).code ?? '')) throw error;
        // By chance, so that those who met once do not meet again at the same moment.
        await sleep(randomInt(5, 31));
      }
    }
  }

  /**
   * The last writes of a command need not be waited for: they travel in one packet with the COMMIT. Each must have been
   * asked for already, without a wait before it; and PostgreSQL itself must refuse what may not be: after an error it
   * rolls back instead of committing, and the command fails with that error.
   */
  leaveWith(tx: Tx, writes: Promise<unknown>[]): void {
    // Looked at when the command ends; until then Node must not take a refusal for one that nobody hears.
    for (const write of writes) write.catch(() => undefined);
    this.lastWrites.set(tx, [...(this.lastWrites.get(tx) ?? []), ...writes]);
  }

  /**
   * Takes everything back, so that nobody waits for its locks, and throws the `refusal`: what that asks of the same
   * connection travels with the ROLLBACK, and sees what others have written.
   */
  async giveUp(tx: Tx, refusal: (manager: EntityManager) => Promise<Error>): Promise<never> {
    this.givenUp.add(tx);
    const [, error] = await Promise.all([tx.query('ROLLBACK', []), refusal(tx)]);
    throw error;
  }

  /** Questions of one breath on one connection, so that they travel in one packet. Changes nothing. */
  async ask<T>(questions: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await connect(runner);
      return await questions(runner.manager);
    } finally {
      await runner.release();
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const request = currentRequest.getStore();
    if (!request || request.isDone) return this.commit(work);
    const result = await this.commit(async (tx) => {
      const taken = await this.answers.take(tx, request);
      if (!taken.isNew) return taken.result as T;
      const fresh = await work(tx);
      this.leaveWith(tx, [this.answers.keepResult(tx, request, fresh)]);
      return fresh;
    });
    request.isDone = true;
    return result;
  }

  /** BEGIN travels with what is asked first, COMMIT with what is written last: each packet is a wait of its own. */
  private async commit<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const connection = await connect(runner);
      const begun = connection.query('BEGIN', []);
      // TypeORM has to know: it locks rows only within a transaction.
      Object.assign(runner, { isTransactionActive: true });
      try {
        // Whatever of it is refused, COMMIT then does not commit.
        begun.catch(() => undefined);
        const result = await work(runner.manager);
        const last = this.lastWrites.get(runner.manager) ?? [];
        await Promise.all([begun, ...last, runner.manager.query('COMMIT', [])]);
        return result;
      } catch (error) {
        // Nobody has to wait for it; a connection that is gone has rolled back by itself.
        if (!this.givenUp.has(runner.manager)) void connection.query('ROLLBACK', []).catch(() => undefined);
        const last = await Promise.allSettled(this.lastWrites.get(runner.manager) ?? []);
        const refused = last.filter((write) => write.status === 'rejected');
        const errors = [...refused.map(({ reason }): unknown => reason), error];
        throw errors.find((each) => !isAftermath(each)) ?? error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** SQL goes straight to the connection: TypeORM's way there costs as much as pg's. */
async function connect(runner: QueryRunner): Promise<ClientBase> {
  const connection = (await runner.connect()) as ClientBase;
  const query = async (text: string, values: unknown[] = []) => {
    const { rows } = await connection.query<object>(text, values);
    return rows;
  };
  Object.assign(runner.manager, { query });
  return connection;
}

/** What comes after a refused statement fails too, and says less (25P02). */
function isAftermath(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === '25P02';
}
