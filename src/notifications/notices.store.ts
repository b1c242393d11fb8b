import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/transactions.js';

/** All writes of notifications/. */
@Injectable()
export class NoticesStore {
  /** Notes that a group is told of mails that came to nothing. False when it was told that day already. */
  async noteUnreached(
    tx: Tx,
    { concerning, count }: { concerning: string; count: number },
    day: string,
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO unreached_notices (concerning, day, count) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING concerning`,
      [concerning, day, count],
    );
    return rows.length === 1;
  }

  /**
   * Nothing is left of what was written to those who represent a group and those it invited, and to sign in to it alone;
   * asked for while they are still there.
   */
  async forgetGroup(tx: Tx, groupId: string): Promise<void> {
    await tx.query(
      `WITH things AS (
         SELECT id FROM reservations WHERE group_id = $1 UNION ALL SELECT id FROM occurrences WHERE group_id = $1),
       people AS (
         SELECT r.id FROM representatives r WHERE r.group_id = $1
         UNION ALL
         SELECT i.id FROM invitees i JOIN things t ON t.id = i.occurrence_id OR t.id = i.reservation_id
         UNION ALL
         SELECT s.id FROM representatives r JOIN sign_ins s ON s.person_id = r.person_id
         WHERE r.group_id = $1 AND NOT EXISTS (
           SELECT 1 FROM representatives e WHERE e.person_id = r.person_id AND e.group_id <> $1)),
       notices AS (DELETE FROM unreached_notices n USING things t WHERE n.concerning = t.id)
       DELETE FROM mails WHERE about IN (SELECT id FROM people) OR concerning = $1`,
      [groupId],
    );
  }
}
