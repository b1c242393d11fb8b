import { Injectable } from '@nestjs/common';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { newRoomName } from './room-name.js';

export interface TrialTimes {
  opens: Temporal.Instant;
  closes: Temporal.Instant;
  maxHeads: number;
}

interface PracticeRoom {
  serverId: string;
  /** Its name now, and the one it had the hour before. */
  current: string;
  before: string;
}

const PRACTICE_MINUTES = 60;
/** The clock of the Jitsi server may be a little slow. */
const EARLY_MINUTES = 1;
/** Somebody, their second device, and somebody who helps. */
const MOST_AT_PRACTICE = 4;

/** All writes about rooms at Jitsi that belong to no date, and about the heartbeat of its guards. */
@Injectable()
export class TrialSlotsStore {
  /** A room to try the server itself. Returns its name. */
  async open(tx: Tx, serverId: string, { opens, closes, maxHeads }: TrialTimes): Promise<string> {
    const room = newRoomName();
    await tx.query(
      `INSERT INTO trial_slots (room_name, server_id, opens_at, closes_at, max_heads) VALUES ($1, $2, $3, $4, $5)`,
      [room, serverId, toUtc(opens), toUtc(closes), maxHeads],
    );
    return room;
  }

  /**
   * A room for somebody to practise in. Whoever comes again, or at the same moment, finds the room that is there, also
   * by the name it had the hour before.
   */
  async openPractice(
    tx: Tx,
    { serverId, current, before }: PracticeRoom,
    now: Temporal.Instant,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO trial_slots (room_name, server_id, opens_at, closes_at, max_heads)
       SELECT $1, $2, $4::timestamptz - interval '${EARLY_MINUTES} minutes',
         $4::timestamptz + interval '${PRACTICE_MINUTES} minutes', $5
       WHERE NOT EXISTS (SELECT 1 FROM trial_slots WHERE room_name = $3 AND closes_at > $4)
       ON CONFLICT (room_name) DO NOTHING`,
      [current, serverId, before, toUtc(now), MOST_AT_PRACTICE],
    );
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
