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
}
