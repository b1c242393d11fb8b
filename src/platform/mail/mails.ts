import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../kernel/id.js';
import type { Tx } from '../database/transactions.js';
import { JobQueue, type Attempt } from '../events/job-queue.js';
import type { Letter, LetterWriter, MailSubject } from './letter.js';
import { NOTHING_ELSE, type MailState } from './mail.entity.js';
import { Postman } from './postman.js';

/** 1 minute, doubling to 4 hours, for about 72 hours. */
const QUEUE = 'mail.send';
const RETRY = {
  retryLimit: 25,
  retryDelay: 60,
  retryBackoff: true,
  retryDelayMax: 4 * 3600,
  atOnce: 16,
  expireInSeconds: 120,
};

export interface MailRequest {
  kind: string;
  about: string;
  /** Beside `about`, when several things happen to the same one: a closure. */
  concerning?: string;
  sequence?: number;
}

type MailRow = MailSubject & { id: string; kind: string; state: MailState };

/** The outgoing mail of the house: rows written with the change that caused them, sent afterwards, retried. */
@Injectable()
export class Mails implements OnModuleInit {
  private readonly writers = new Map<string, LetterWriter>();

  constructor(
    private readonly source: DataSource,
    private readonly jobs: JobQueue,
    private readonly postman: Postman,
  ) {}

  onModuleInit(): void {
    const deliver = (job: { mailId: string }, attempt: Attempt) => this.deliver(job.mailId, attempt);
    this.jobs.declare(QUEUE, { ...RETRY, deleteAfterSeconds: 3600 }, deliver);
  }

  /** Names who writes the mails of a kind. */
  writeWith(kind: string, writer: LetterWriter): void {
    this.writers.set(kind, writer);
  }

  /** Queues one mail of a kind about one thing; a repetition of the same request changes nothing. */
  async queue(tx: Tx, request: MailRequest): Promise<void> {
    const { kind, about, concerning = NOTHING_ELSE, sequence = 0 } = request;
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO mails (id, kind, about, concerning, sequence) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT mails_once DO NOTHING RETURNING id`,
      [newId(), kind, about, concerning, sequence],
    );
    if (row) await this.jobs.send(tx, QUEUE, { mailId: row.id });
  }

  private async deliver(mailId: string, attempt: Attempt): Promise<void> {
    const [mail] = await this.source.query<MailRow[]>(
      `SELECT id, kind, about, concerning, sequence, state FROM mails
       WHERE id = $1 AND state IN ('queued', 'retrying')`,
      [mailId],
    );
    if (!mail) return;
    const letter = await this.writers.get(mail.kind)?.(mail);
    if (!letter) return this.mark(mail, 'dropped');
    await this.handOver(mail, letter, attempt);
  }

  private async handOver(mail: MailRow, letter: Letter, attempt: Attempt): Promise<void> {
    const answer = await this.postman.send(mail.id, letter);
    if (answer.kind === 'accepted') return this.mark(mail, 'sent');
    if (answer.kind === 'refused' || attempt.isLast) return this.mark(mail, 'undeliverable', answer.words);
    await this.mark(mail, 'retrying', answer.words);
    throw new Error('The mail server asks to come back later.');
  }

  private async mark({ id }: MailRow, state: MailState, detail?: string): Promise<void> {
    await this.source.query(
      `UPDATE mails SET state = $2, detail = $3, sent_at = CASE WHEN $2 = 'sent' THEN now() END WHERE id = $1`,
      [id, state, detail ?? null],
    );
  }
}
