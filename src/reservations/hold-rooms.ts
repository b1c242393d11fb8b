import { Injectable } from '@nestjs/common';
import { Outdated } from '../kernel/domain-error.js';
import { dateOf } from '../kernel/local-time.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { BookingLocksStore } from './booking-locks.store.js';
import { clashesIn, type Judged } from './domain/verdicts.js';
import { RoomAlreadyTaken } from './reservations.errors.js';
import { serverNearlyFull } from './reservations.events.js';
import { ChangedMeanwhile } from './reservations.store.js';
import { VerdictsReader } from './verdicts.reader.js';
import type { Wish } from './wishes.reader.js';

/** The constraint's own word, should a hand in the database get in between the lock and the row again and again. */
const EXCLUSION_VIOLATION = '23P01';

/**
 * The one way to hold rooms: lock what is scarce, look, and then either write everything or nothing. Reserving, moving,
 * restoring, taking up and extending all pass here.
 */
@Injectable()
export class HoldRooms {
  constructor(
    private readonly verdicts: VerdictsReader,
    private readonly transactions: Transactions,
    private readonly locks: BookingLocksStore,
    private readonly events: Events,
  ) {}

  /** Throws RoomAlreadyTaken with what is free instead, and Outdated when a date was changed by somebody else. */
  async run<T>(wish: Wish, write: (tx: Tx, judged: Judged[]) => Promise<T>): Promise<T> {
    try {
      return await this.transactions.run((tx) => this.holdWithin(tx, wish, write));
    } catch (error) {
      if (error instanceof ChangedMeanwhile) throw new Outdated();
      if ((error as { code?: string }).code === EXCLUSION_VIOLATION)
        throw await this.refusal(wish, await this.verdicts.judge(wish));
      throw error;
    }
  }

  private async holdWithin<T>(
    tx: Tx,
    wish: Wish,
    write: (tx: Tx, judged: Judged[]) => Promise<T>,
  ): Promise<T> {
    const ranges = wish.dates.filter(({ isLeftOut }) => !isLeftOut).map(({ holds }) => holds);
    // Sent together and answered in order: what is looked at is what stands once the locks are ours.
    const [, judged] = await Promise.all([
      this.locks.lockForBooking(tx, { groupId: wish.groupId, ranges }),
      this.verdicts.judge(wish, tx),
    ]);
    if (clashesIn(judged).length > 0)
      return this.transactions.giveUp(tx, (manager) => this.refusal(wish, judged, manager));
    await this.tellWhatIsNearlyFull(tx, judged);
    return write(tx, judged);
  }

  private async refusal(wish: Wish, judged: Judged[], manager?: Tx): Promise<RoomAlreadyTaken> {
    const clashes = clashesIn(judged);
    // What stood in the way may be gone by now: a refusal names dates all the same.
    const named = new Set(clashes.length > 0 ? clashes : judged.filter(({ wish: date }) => !date.isLeftOut));
    const described = await this.verdicts.describe(wish, judged, manager);
    const isAnyRoom = wish.dates.some(({ roomIds }) => roomIds.length > 1);
    return new RoomAlreadyTaken(
      described.filter((_, index) => named.has(judged[index] as Judged)),
      isAnyRoom,
    );
  }

  /** In one event, however many dates a series has: its locks are still held. */
  private async tellWhatIsNearlyFull(tx: Tx, judged: Judged[]): Promise<void> {
    const servers = new Map<string, { serverId: string; date: string }>();
    for (const { serverId, isNearlyFull, wish } of judged) {
      if (!serverId || !isNearlyFull || wish.isLeftOut) continue;
      const date = dateOf(wish.range.start).toString();
      servers.set(`${serverId} ${date}`, { serverId, date });
    }
    if (servers.size > 0) await this.events.publish(tx, serverNearlyFull, { servers: [...servers.values()] });
  }
}
