import { Injectable } from '@nestjs/common';
import { Outdated } from '../kernel/domain-error.js';
import { newId } from '../kernel/id.js';
import type { Tx } from '../platform/database/transactions.js';
import type { ClosureWish } from './closure-wishes.reader.js';

/** All writes to closures. They are kept here because only here is known which dates one hits. */
@Injectable()
export class ClosuresStore {
  /** Returns its id. */
  async add(tx: Tx, closure: ClosureWish): Promise<string> {
    const id = newId();
    await tx.query(
      `INSERT INTO closures (id, contact_point_id, room_id, starts_at, ends_at, is_yearly, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, closure.contactPointId, closure.roomId, ...timesAndReason(closure)],
    );
    return id;
  }

  /** What it closes stays. Throws Outdated when it is not the version that was read. */
  async change(
    tx: Tx,
    { id, version }: { id: string; version: number },
    closure: ClosureWish,
  ): Promise<void> {
    const rows = await tx.query<unknown[]>(
      `WITH changed AS (
         UPDATE closures SET starts_at = $3, ends_at = $4, is_yearly = $5, reason = $6, version = version + 1
         WHERE id = $1 AND version = $2 RETURNING id)
       SELECT id FROM changed`,
      [id, version, ...timesAndReason(closure)],
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

function timesAndReason({ startsAt, endsAt, isYearly, reason }: ClosureWish): unknown[] {
  return [startsAt, endsAt, isYearly, reason];
}
