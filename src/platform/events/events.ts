import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '../database/transactions.js';
import { JobQueue } from './job-queue.js';

/** A fact about the past, e.g. `reservation.made`. Its payload holds ids, never names or addresses. */
export interface EventType<Payload extends object> {
  readonly name: string;
  /** Only for the type checker. */
  readonly payload?: Payload;
}

export function eventType<Payload extends object>(name: string): EventType<Payload> {
  return { name };
}

const RETRY = {
  retryLimit: 20,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 3600,
  deleteAfterSeconds: 3600,
  /** A job whose instance was killed comes back after this. */
  expireInSeconds: 60,
};

type Follower = (tx: Tx, payload: object) => Promise<void>;

/** Tells the rooms to the right what happened: one job for each reaction, in the transaction of the change. */
@Injectable()
export class Events {
  private readonly reactions = new Map<string, string[]>();
  private readonly followers = new Map<string, Follower[]>();

  constructor(
    private readonly jobs: JobQueue,
    private readonly transactions: Transactions,
  ) {}

  /** Reactions run after the commit, at least once, each retried on its own; so each must be idempotent. */
  on<Payload extends object>(
    event: EventType<Payload>,
    reaction: string,
    react: (payload: Payload) => Promise<void>,
  ): void {
    const queue = `${event.name}/${reaction}`;
    this.jobs.declare(queue, RETRY, react);
    this.reactions.set(event.name, [...(this.reactions.get(event.name) ?? []), queue]);
  }

  /**
   * For what must never be missing beside the fact, and costs no more than a row: done at once, in the transaction of
   * the change itself, which fails with it. `follow` asks for all it writes in one breath, without a look before it.
   */
  onWithin<Payload extends object>(
    event: EventType<Payload>,
    follow: (tx: Tx, payload: Payload) => Promise<void>,
  ): void {
    const followers = this.followers.get(event.name) ?? [];
    this.followers.set(event.name, [...followers, follow as Follower]);
  }

  async publish<Payload extends object>(tx: Tx, event: EventType<Payload>, payload: Payload): Promise<void> {
    const followers = this.followers.get(event.name) ?? [];
    const queues = this.reactions.get(event.name) ?? [];
    this.transactions.leaveWith(
      tx,
      followers.map((follow) => follow(tx, payload)),
    );
    await Promise.all(queues.map((queue) => this.jobs.send(tx, queue, payload)));
  }
}
