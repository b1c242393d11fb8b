import { Injectable } from '@nestjs/common';
import type { TimeRange } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';

// The first halves of advisory locks; whoever takes several takes them in this order, stretches from early to late.
const CLOSURES = 7_260_010;
const GROUP = 7_260_011;
const STRETCH = 7_260_012;
/** Two dates that overlap share a moment, and so a stretch; shorter ones would be many locks for a long series. */
const STRETCH_MS = 2 * 3_600_000;

/**
 * Who takes up something scarce waits for those who take up the same: the share of the group, and rooms and servers in
 * the same two hours. What is then read cannot change until the transaction ends. Nobody waits longer for one of these
 * locks than the connection's lock timeout; after that the command starts over (docs/decisions/0012).
 */
@Injectable()
export class BookingLocksStore {
  /** Before dates of a group are held; every stretch that one of `ranges` touches is locked. */
  async lockForBooking(
    tx: Tx,
    { groupId, ranges }: { groupId: string; ranges: readonly TimeRange[] },
  ): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock_shared($1, 0), pg_advisory_xact_lock($2, hashtext($3)),
         (SELECT count(pg_advisory_xact_lock($4, stretch)) FROM unnest($5::int[]) AS stretch)`,
      [CLOSURES, GROUP, groupId, STRETCH, stretchesOf(ranges)],
    );
  }

  /** From here on until the transaction ends nobody waits longer for one lock than for so long. */
  async waitAtMost(tx: Tx, milliseconds: number): Promise<void> {
    // None at all would be for ever.
    const most = Math.max(1, Math.round(milliseconds));
    await tx.query("SELECT set_config('lock_timeout', $1, true)", [String(most)]);
  }

  /** Until the bookings of a group that are under way are stored: later ones see what was committed before. */
  async lockGroup(tx: Tx, groupId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [GROUP, groupId]);
  }

  /** Before a closure is saved: bookings on their way come first and are seen, later ones see the closure. */
  async lockForClosure(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1, 0)', [CLOSURES]);
  }
}

/** Each stretch that a range touches, as its number since 1970, once, from early to late. */
function stretchesOf(ranges: readonly TimeRange[]): number[] {
  const numbers = new Set<number>();
  for (const { start, end } of ranges) {
    const last = Math.ceil(end.epochMilliseconds / STRETCH_MS) - 1;
    for (let number = Math.floor(start.epochMilliseconds / STRETCH_MS); number <= last; number++)
      numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}
