import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Tx } from '../platform/database/transactions.js';

/** 160 random bits in hexadecimal: Jitsi compares room names in lower case and takes only `[a-z0-9]` safely. */
const NAME_BYTES = 20;

/** All writes of meetings/. */
@Injectable()
export class MeetingsStore {
  /** Names the meetings of those dates that are planned and have no name, and forgets the names of the others. */
  async nameAsPlanned(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
    const names = occurrenceIds.map(() => randomBytes(NAME_BYTES).toString('hex'));
    await Promise.all([
      // Whoever changes a date begins at its reservation: until the end of this transaction nobody does.
      tx.query(
        `SELECT 1 FROM reservations WHERE id IN (SELECT reservation_id FROM occurrences WHERE id = ANY ($1))
         ORDER BY id FOR NO KEY UPDATE`,
        [occurrenceIds],
      ),
      tx.query(
        `INSERT INTO meetings (occurrence_id, room_name)
         SELECT o.id, n.name FROM unnest($1::uuid[], $2::text[]) AS n (id, name)
         JOIN occurrences o ON o.id = n.id AND o.state = 'planned' ON CONFLICT (occurrence_id) DO NOTHING`,
        [occurrenceIds, names],
      ),
      tx.query(
        `DELETE FROM meetings m USING occurrences o WHERE m.occurrence_id = ANY ($1) AND o.id = m.occurrence_id
         AND o.state <> 'planned'`,
        [occurrenceIds],
      ),
    ]);
  }
}
