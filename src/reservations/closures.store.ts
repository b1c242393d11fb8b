import { Injectable } from '@nestjs/common';
import { Outdated } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import type { Tx } from '../platform/database/transactions.js';
import type { ClosureWish } from './closure-wishes.reader.js';

/** With what was decided about the dates that it hits. */
export interface DecidedClosure extends ClosureWish {
  /** Null when they are called off or moved. */
  leavesDatesSince: Temporal.Instant | null;
}

/** All writes to closures. They are kept here because only here is known which dates one hits. */
@Injectable()
export class ClosuresStore {
  /** Returns its id. */
  async add(tx: Tx, closure: DecidedClosure): Promise<string> {
    const id = newId();
    await tx.query(
      `INSERT INTO closures (id, contact_point_id, room_id, starts_at, ends_at, is_yearly, reason, leaves_dates_since)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, closure.contactPointId, closure.roomId, ...decidedIn(closure)],
    );
    return id;
  }

  /** What it closes stays. Throws Outdated when it is not the version that was read. */
  async change(
    tx: Tx,
    { id, version }: { id: string; version: number },
    closure: DecidedClosure,
  ): Promise<void> {
    const rows = await tx.query<unknown[]>(
      `WITH changed AS (
         UPDATE closures SET starts_at = $3, ends_at = $4, is_yearly = $5, reason = $6, leaves_dates_since = $7,
           version = version + 1
         WHERE id = $1 AND version = $2 RETURNING id)
       SELECT id FROM changed`,
      [id, version, ...decidedIn(closure)],
    );
    if (rows.length === 0) throw new Outdated();
  }

  /** Throws Outdated when it is not the version that was read. */
  async remove(tx: Tx, { id, version }: { id: string; version: number }): Promise<void> {
    const rows = await tx.query<unknown[]>(
      `WITH removed AS (DELETE FROM closures WHERE id = $1 AND version = $2 RETURNING id) SELECT id FROM removed`,
      [id, version],
    );
    if (rows.length === 0) throw new Outdated();
  }
}

function decidedIn({ startsAt, endsAt, isYearly, reason, leavesDatesSince }: DecidedClosure): unknown[] {
  return [startsAt, endsAt, isYearly, reason, leavesDatesSince?.toString() ?? null];
}
