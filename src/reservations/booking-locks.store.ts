import { Injectable } from '@nestjs/common';
import { dateOf, startOfDay } from '../kernel/local-time.js';
import { isBefore, type TimeRange } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';

// The first halves of advisory locks; whoever takes several takes them in this order, days from early to late.
const CLOSURES = 7_260_010;
const GROUP = 7_260_011;
const DAY = 7_260_012;
/** For the 1st of January 2000 and on. */
const FIRST_DAY = Temporal.PlainDate.from('2000-01-01');

/**
 * Who takes up something scarce waits for those who take up the same: the share of the group, and rooms and servers of
 * the same day. What is then read cannot change until the transaction ends. Nobody waits longer than the connection's
 * lock timeout; after that the command starts over (docs/decisions/0012).
 */
@Injectable()
export class BookingLocksStore {
  /** Before dates of a group are held; `ranges` may be long, every day they touch is locked. */
  async lockForBooking(
    tx: Tx,
    { groupId, ranges }: { groupId: string; ranges: readonly TimeRange[] },
  ): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock_shared($1, 0), pg_advisory_xact_lock($2, hashtext($3)),
         (SELECT count(pg_advisory_xact_lock($4, day)) FROM unnest($5::int[]) AS day)`,
      [CLOSURES, GROUP, groupId, DAY, daysOf(ranges)],
    );
  }

  /** Before a closure is saved: bookings on their way come first and are seen, later ones see the closure. */
  async lockForClosure(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1, 0)', [CLOSURES]);
  }
}

/** Each local day that a range touches, as a number, once, in order. */
function daysOf(ranges: readonly TimeRange[]): number[] {
  const days = new Set<number>();
  for (const { start, end } of ranges) {
    let day = dateOf(start);
    do {
      days.add(FIRST_DAY.until(day).days);
      day = day.add({ days: 1 });
    } while (isBefore(startOfDay(day), end));
  }
  return [...days].sort((a, b) => a - b);
}
