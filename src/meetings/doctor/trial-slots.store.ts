import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { toUtc } from '../../kernel/time-range.js';
import type { Tx } from '../../platform/database/transactions.js';

/** As in the names of meetings: 160 random bits in hexadecimal. */
const NAME_BYTES = 20;

export interface TrialTimes {
  opens: Temporal.Instant;
  closes: Temporal.Instant;
  maxHeads: number;
}

/** All writes about trying Jitsi's door. */
@Injectable()
export class TrialSlotsStore {
  /** Returns the name of the room. */
  async open(tx: Tx, serverId: string, { opens, closes, maxHeads }: TrialTimes): Promise<string> {
    const room = newTrialRoom();
    await tx.query(
      `INSERT INTO trial_slots (room_name, server_id, opens_at, closes_at, max_heads) VALUES ($1, $2, $3, $4, $5)`,
      [room, serverId, toUtc(opens), toUtc(closes), maxHeads],
    );
    return room;
  }

  /** From now on the room may not be open any more. */
  async close(tx: Tx, room: string): Promise<void> {
    await tx.query('DELETE FROM trial_slots WHERE room_name = $1', [room]);
  }

  async dropWhatIsOver(tx: Tx, now: Temporal.Instant): Promise<void> {
    await tx.query('DELETE FROM trial_slots WHERE closes_at <= $1', [toUtc(now)]);
  }

  /** The slot guard of this server has just asked. */
  async noteBeat(tx: Tx, serverId: string, now: Temporal.Instant): Promise<void> {
    await tx.query(
      `INSERT INTO guard_beats (server_id, beat_at) VALUES ($1, $2)
       ON CONFLICT (server_id) DO UPDATE SET beat_at = excluded.beat_at`,
      [serverId, toUtc(now)],
    );
  }
}

/** A name that no room of a date has. */
export function newTrialRoom(): string {
  return randomBytes(NAME_BYTES).toString('hex');
}
