import { Injectable } from '@nestjs/common';
import { Outdated } from '../kernel/domain-error.js';
import { Transactions, type Askable, type Tx } from '../platform/database/transactions.js';
import { BookingLocksStore } from './booking-locks.store.js';
import { clashesIn, type Judged } from './domain/verdicts.js';
import { RoomAlreadyTaken } from './reservations.errors.js';
import { ChangedMeanwhile } from './reservations.store.js';
import { HELD_SINCE, OccupancyReader } from './occupancy.reader.js';
import { VerdictsReader, type Verdicts } from './verdicts.reader.js';
import type { Wish } from './wishes.reader.js';

/** Writes what is held. What it asks for without waiting leaves in one packet with the locks. */
type Write<T> = (tx: Tx, judged: Judged[]) => Promise<T>;

/** So long somebody waits for an answer, also when what they waited for was worth nothing. */
const PATIENCE_MS = 5_000;

/** The constraint's own word, should a hand in the database get in between the lock and the row again and again. */
const EXCLUSION_VIOLATION = '23P01';

/**
 * The one way to hold rooms: look, lock what is scarce, make sure that nothing was held in between, and write everything
 * or nothing. Reserving, moving, restoring, taking up and extending all pass here. Who is refused has locked nothing, or
 * has let it go.
 */
@Injectable()
export class HoldRooms {
  constructor(
    private readonly verdicts: VerdictsReader,
    private readonly occupancy: OccupancyReader,
    private readonly transactions: Transactions,
    private readonly locks: BookingLocksStore,
  ) {}

  /** Throws RoomAlreadyTaken with what is free instead, and Outdated when a date was changed by somebody else. */
  async run<T>(wish: Wish, write: Write<T>): Promise<T> {
    try {
      return await this.hold(wish, write);
    } catch (error) {
      if (error instanceof ChangedMeanwhile) throw new Outdated();
      if (codeOf(error) !== EXCLUSION_VIOLATION) throw error;
      const { judged } = await this.verdicts.judge({ ...wish, look: undefined });
      throw await this.refusal(wish, judged);
    }
  }

  private async hold<T>(wish: Wish, write: Write<T>): Promise<T> {
    const until = performance.now() + PATIENCE_MS;
    const verdicts = await this.verdicts.judge(wish);
    if (clashesIn(verdicts.judged).length > 0) throw await this.refusal(wish, verdicts.judged);
    try {
      return await this.transactions.run((tx) => this.holdAsSeen(tx, { wish, ...verdicts }, write));
    } catch (error) {
      if (codeOf(error) !== HELD_SINCE) throw error;
      return this.transactions.run((tx) => this.holdUnderLocks(tx, { wish, until }, write));
    }
  }

  /** What is asked here and what is written last travels in one packet; PostgreSQL passes over all behind a refusal. */
  private async holdAsSeen<T>(
    tx: Tx,
    { wish, judged, look }: Verdicts & { wish: Wish },
    write: Write<T>,
  ): Promise<T> {
    this.transactions.leaveWith(tx, [this.lock(tx, wish), this.occupancy.requireSame(tx, look)]);
    return write(tx, judged);
  }

  /** Somebody was faster: what is looked at now stands until this transaction ends. */
  private async holdUnderLocks<T>(
    tx: Tx,
    { wish, until }: { wish: Wish; until: number },
    write: Write<T>,
  ): Promise<T> {
    // Sent together and answered in order.
    const [, , { judged }] = await Promise.all([
      this.locks.waitAtMost(tx, until - performance.now()),
      this.lock(tx, wish),
      this.verdicts.judge(wish, tx),
    ]);
    if (clashesIn(judged).length > 0)
      return this.transactions.giveUp(tx, (manager) => this.refusal(wish, judged, manager));
    return write(tx, judged);
  }

  private lock(tx: Tx, { groupId, dates }: Wish): Promise<void> {
    const ranges = dates.filter(({ isLeftOut }) => !isLeftOut).map(({ holds }) => holds);
    return this.locks.lockForBooking(tx, { groupId, ranges });
  }

  private async refusal(wish: Wish, judged: Judged[], manager?: Askable): Promise<RoomAlreadyTaken> {
    const clashes = clashesIn(judged);
    // What stood in the way may be gone by now: a refusal names dates all the same.
    const named = new Set(clashes.length > 0 ? clashes : judged.filter(({ wish: date }) => !date.isLeftOut));
    const described = await this.verdicts.describe(wish, judged, manager);
    const isAnyRoom = [...named].some(({ wish: date }) => date.isAnyRoom);
    return new RoomAlreadyTaken(
      described.filter((_, index) => named.has(judged[index] as Judged)),
      isAnyRoom,
    );
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string } | undefined)?.code;
}
