import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { PracticeNames } from './practice-names.js';

const OPEN_MINUTES = 60;
/** The clock of the Jitsi server may be a little slow. */
const EARLY_MINUTES = 1;
/** Somebody, their second device, and somebody who helps. */
const MOST_HEADS = 4;

/** Opens practice rooms. They are forgotten with all rooms at Jitsi that belong to no date. */
@Injectable()
export class PracticeRoomsStore {
  constructor(
    private readonly names: PracticeNames,
    private readonly clock: Clock,
  ) {}

  /** Whoever comes again, or at the same moment, finds the room that is there. */
  async open(tx: Tx, { link, serverId }: { link: string; serverId: string }): Promise<void> {
    const now = this.clock.now();
    const { current, before } = this.names.of(link, now);
    await tx.query(
      `INSERT INTO trial_slots (room_name, server_id, opens_at, closes_at, max_heads)
       SELECT $1, $2, $4::timestamptz - interval '${EARLY_MINUTES} minutes',
         $4::timestamptz + interval '${OPEN_MINUTES} minutes', ${MOST_HEADS}
       WHERE NOT EXISTS (SELECT 1 FROM trial_slots WHERE room_name = $3 AND closes_at > $4)
       ON CONFLICT (room_name) DO NOTHING`,
      [current, serverId, before, toUtc(now)],
    );
  }
}
