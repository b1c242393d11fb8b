import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fromSeconds, toUtc } from '../kernel/time-range.js';
import type { GuardedRow } from './slots.reader.js';

const TRIALS = `
  SELECT room_name AS room, max_heads AS seats, extract(epoch FROM opens_at)::float8 AS opens,
    extract(epoch FROM closes_at)::float8 AS closes
  FROM trial_slots WHERE server_id = $1 AND opens_at < $2::timestamptz + interval '1 hour' AND closes_at > $2`;

/** Rooms at Jitsi without a date, and what the slot guard does. */
@Injectable()
export class TrialSlotsReader {
  constructor(private readonly source: DataSource) {}

  /** All of a server that are open now or open within the hour, like the dates that its guard has to know. */
  async guardedOn(serverId: string, now: Temporal.Instant): Promise<GuardedRow[]> {
    const rows = await this.source.query<Pick<GuardedRow, 'room' | 'seats' | 'opens' | 'closes'>[]>(TRIALS, [
      serverId,
      toUtc(now),
    ]);
    return rows.map((row) => {
      const { room: occurrenceId, opens: starts, closes: ends } = row;
      return { ...row, occurrenceId, starts, ends, hasWaitingRoom: false, blocked: [] };
    });
  }

  /** When the guard of this server asked last. */
  async lastBeatOf(serverId: string): Promise<Temporal.Instant | undefined> {
    const [row] = await this.source.query<{ at: number }[]>(
      'SELECT extract(epoch FROM beat_at)::float8 AS at FROM guard_beats WHERE server_id = $1',
      [serverId],
    );
    return row && fromSeconds(row.at);
  }
}
