import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { HouseKey } from '../secrets/house-key.js';
import type { RepeatableRequest } from './repeatable-request.js';

/** The key was used for something else before (draft-ietf-httpapi-idempotency-key-header, section 2.7). */
export class KeyUsedForOther extends DomainError {
  readonly code = 'keyUsedForOther';
  readonly status = 422;
  constructor() {
    super('Diese Anfrage wurde mit anderen Angaben schon einmal gesendet. Bitte laden Sie die Seite neu.');
  }
}

export interface Answer {
  status: number;
  /** The body as it was sent, empty when there was none. */
  answer: string;
}

type Row = { isSame: boolean; result: unknown; status: number | null; answer: string | null };

/** Answers hold addresses of doors and calendars. */
const PURPOSE = 'remembered-answer';
const WAIT_MS = 25;
const LONGEST_WAITS = 40;
const KEPT = "interval '24 hours'";
/** Instead of a status: whatever is answered to this request is made anew each time. */
const NEVER_KEPT = 0;

/** Keeps what was answered, so that a repeated request gets the same answer and does nothing twice. */
@Injectable()
export class RememberedAnswersStore {
  constructor(
    private readonly source: DataSource,
    private readonly key: HouseKey,
  ) {}

  /** The answer given before; or what was done, when the answer is not there. Throws KeyUsedForOther. */
  async recall(
    request: RepeatableRequest,
  ): Promise<{ given?: Answer | undefined; done?: { result: unknown } }> {
    const row = await this.find(this.source.manager, request);
    return row ? { given: this.given(row), done: { result: row.result } } : {};
  }

  /**
   * The answer that another request with the same key is about to give; undefined when there is no such request, or its
   * answer does not come. Throws KeyUsedForOther.
   */
  async waitForAnswer(request: RepeatableRequest): Promise<Answer | undefined> {
    for (let wait = 0; wait < LONGEST_WAITS; wait++) {
      const row = await this.find(this.source.manager, request);
      if (!row) return undefined;
      const given = this.given(row);
      if (given) return given;
      await sleep(WAIT_MS);
    }
    return undefined;
  }

  /** Writes down what is being sent, after the command's transaction. */
  async keepAnswer(request: RepeatableRequest, status: number, answer: string): Promise<void> {
    const { caller, key, fingerprint } = request;
    await this.source.query(
      `UPDATE remembered_answers SET status = $4, answer = $5
       WHERE caller = $1 AND key = $2 AND fingerprint = $3 AND status IS DISTINCT FROM ${NEVER_KEPT}`,
      [caller, key, fingerprint, status, this.key.seal(PURPOSE, answer)],
    );
  }

  /**
   * Takes the key within the command's transaction. A second request with the same key waits here until the first
   * has committed, and then gets its result; if the first failed, nothing was taken and the second does the work.
   */
  async take(tx: EntityManager, request: RepeatableRequest): Promise<{ isNew: boolean; result: unknown }> {
    const taken = await tx.query<unknown[]>(
      `INSERT INTO remembered_answers AS old (caller, key, fingerprint) VALUES ($1, $2, $3)
       ON CONFLICT (caller, key) DO UPDATE
         SET fingerprint = excluded.fingerprint, result = NULL, status = NULL, answer = NULL, created_at = now()
         WHERE old.created_at < now() - ${KEPT}
       RETURNING key`,
      [request.caller, request.key, request.fingerprint],
    );
    if (taken.length > 0) return { isNew: true, result: undefined };
    return { isNew: false, result: (await this.find(tx, request))?.result ?? undefined };
  }

  async keepResult(tx: EntityManager, { caller, key }: RepeatableRequest, result: unknown): Promise<void> {
    await tx.query('UPDATE remembered_answers SET result = $3 WHERE caller = $1 AND key = $2', [
      caller,
      key,
      JSON.stringify(result ?? null),
    ]);
  }

  /**
   * These callers may see less than before. What they did stays done; when they ask again, the answer is made anew, and
   * only of what they may see now. One that is under way already is not kept.
   */
  async answerAnew(tx: EntityManager, callers: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE remembered_answers SET status = ${NEVER_KEPT}, answer = NULL WHERE caller = ANY ($1)`,
      [callers],
    );
  }

  /** What nobody can ask for any more. */
  async forgetOld(tx: EntityManager): Promise<void> {
    await tx.query(`DELETE FROM remembered_answers WHERE created_at < now() - ${KEPT}`);
  }

  /** Whatever these callers were answered. */
  async forget(tx: EntityManager, callers: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM remembered_answers WHERE caller = ANY ($1)', [callers]);
  }

  private given({ status, answer }: Row): Answer | undefined {
    if (!status || answer === null) return undefined;
    try {
      return { status, answer: this.key.unseal(PURPOSE, answer) };
    } catch {
      // Sealed with another key, or not at all: as good as lost, and made again from the result.
      return undefined;
    }
  }

  private async find(manager: EntityManager, { caller, key, fingerprint }: RepeatableRequest) {
    const [row] = await manager.query<Row[]>(
      `SELECT fingerprint = $3 AS "isSame", result, status, answer FROM remembered_answers
       WHERE caller = $1 AND key = $2 AND created_at >= now() - ${KEPT}`,
      [caller, key, fingerprint],
    );
    if (row && !row.isSame) throw new KeyUsedForOther();
    return row;
  }
}
