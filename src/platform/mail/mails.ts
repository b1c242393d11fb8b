import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/id.js';
import type { Tx } from '../database/transactions.js';
import { JobQueue } from '../events/job-queue.js';
import type { LetterWriter } from './letter.js';
import { NOTHING_ELSE } from './mail.entity.js';
import { MailsStore, type NewMail } from './mails.store.js';

/** A job here says that mails wait, and not which: those stand in their table, in the order in which they leave. */
const BELL = 'mail.send';
const BELL_OPTIONS = { retryLimit: 2, retryDelay: 5, expireInSeconds: 60, deleteAfterSeconds: 600 };

/** A code somebody waits for goes before everything, and what can wait an hour comes after everything. */
export type Urgency = 'atOnce' | 'soon' | 'whenever';
const PRIORITIES = { atOnce: 1, soon: 2, whenever: 3 } as const;

export interface MailRequest {
  kind: string;
  about: string;
  /** Beside `about`, when several things happen to the same one: a closure. */
  concerning?: string;
  sequence?: number;
}

/** The outgoing mail of the house: rows written with the change that caused them, sent afterwards, retried. */
@Injectable()
export class Mails implements OnModuleInit {
  private readonly writers = new Map<string, { write: LetterWriter; priority: number }>();
  /** Transactions whose commit tells of waiting mails already. */
  private readonly rung = new WeakSet<Tx>();
  private wake: () => void = () => undefined;

  constructor(
    private readonly store: MailsStore,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.declare(BELL, BELL_OPTIONS, () => {
      this.wake();
      return Promise.resolve();
    });
  }

  /** Names who writes the mails of a kind, and how urgent they are. */
  writeWith(kind: string, write: LetterWriter, urgency: Urgency = 'soon'): void {
    this.writers.set(kind, { write, priority: PRIORITIES[urgency] });
  }

  /** Queues one mail of a kind about one thing; a repetition of the same request changes nothing. */
  queue(tx: Tx, request: MailRequest): Promise<void> {
    return this.queueAll(tx, [request]);
  }

  /** The same for many at once. */
  async queueAll(tx: Tx, requests: MailRequest[]): Promise<void> {
    const rows = requests.map((request) => this.rowOf(request));
    const isNew = await this.store.add(tx, rows, this.clock.now());
    if (!isNew || this.rung.has(tx)) return;
    this.rung.add(tx);
    await this.jobs.send(tx, BELL, {});
  }

  /** The same for mails that may have lost their sense and have it again: what was dropped does not count as queued. */
  async queueAgain(tx: Tx, requests: MailRequest[]): Promise<void> {
    await this.store.forgetDropped(
      tx,
      requests.map((request) => this.rowOf(request)),
    );
    await this.queueAll(tx, requests);
  }

  /**
   * One mail for several things that may lose their sense and have it again: the first that was not told yet is queued,
   * and the others count as told by it. False when all are told.
   */
  async queueAsOne(tx: Tx, requests: MailRequest[]): Promise<boolean> {
    const rows = requests.map((request) => this.rowOf(request));
    await this.store.forgetDropped(tx, rows);
    const added = await this.store.addAsTold(tx, rows);
    const first = rows.find(({ id }) => added.has(id));
    if (!first) return false;
    await this.store.takeBack(tx, first.id);
    await this.queue(tx, first);
    return true;
  }

  /** Nothing of these mails is left, what mail servers said about them included; what waits does not leave. */
  forget(tx: Tx, about: readonly string[]): Promise<void> {
    return this.store.forget(tx, about);
  }

  /** The kinds that somebody here can write. */
  get kinds(): string[] {
    return [...this.writers.keys()];
  }

  writerOf(kind: string): LetterWriter | undefined {
    return this.writers.get(kind)?.write;
  }

  /** Names what is to be done when mails wait. */
  onWaiting(wake: () => void): void {
    this.wake = wake;
  }

  private rowOf({ kind, about, concerning = NOTHING_ELSE, sequence = 0 }: MailRequest): NewMail {
    const priority = this.writers.get(kind)?.priority ?? PRIORITIES.soon;
    return { id: newId(), kind, about, concerning, sequence, priority };
  }
}
