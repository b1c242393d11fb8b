import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Tx } from '../platform/database/transactions.js';

/** 160 random bits in hexadecimal: Jitsi compares room names in lower case and takes only `[a-z0-9]` safely. */
const NAME_BYTES = 20;

/** All writes of meetings/. */
@Injectable()
export class MeetingsStore {
  async addMeetings(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
    const names = occurrenceIds.map(() => randomBytes(NAME_BYTES).toString('hex'));
    await tx.query(
      `INSERT INTO meetings (occurrence_id, room_name) SELECT * FROM unnest($1::uuid[], $2::text[])
       ON CONFLICT (occurrence_id) DO NOTHING`,
      [occurrenceIds, names],
    );
  }

  async removeMeetings(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM meetings WHERE occurrence_id = ANY ($1)', [occurrenceIds]);
  }
}
