import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { EXTENSION_MINUTES } from '../kernel/house-rules.js';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { newPins } from './domain/pins.js';
import { newRoomName } from './room-name.js';

/** Of so many PINs one is free: there are 900 million, and a few thousand are taken. */
const PIN_CHOICES = 3;

/** A date is over for good. */
const IS_OVER = `upper(o.during) + interval '${EXTENSION_MINUTES} minutes' <= $1::timestamptz`;

/** The first of the choices that no meeting has. */
const FREE_PIN = `(SELECT p FROM unnest(ARRAY[d.p1, d.p2, d.p3]) AS p
  WHERE NOT EXISTS (SELECT 1 FROM meetings taken WHERE taken.pin = p) LIMIT 1)`;

/** All writes of meetings/. */
@Injectable()
export class MeetingsStore {
  /** Where the server of a date can be called, its meeting gets a PIN too. One that was cancelled has its PIN still. */
  async addMeetings(
    tx: Tx,
    occurrenceIds: readonly string[],
    pins = choicesFor(occurrenceIds),
  ): Promise<void> {
    await tx.query(
      `INSERT INTO meetings (occurrence_id, room_name, pin)
       SELECT d.id, d.name, CASE WHEN s.dial_in <> '[]' THEN ${FREE_PIN} END
       FROM unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::int[]) AS d (id, name, p1, p2, p3)
       LEFT JOIN occurrences o ON o.id = d.id LEFT JOIN meeting_servers s ON s.id = o.server_id
       ON CONFLICT (occurrence_id) DO UPDATE SET pin = coalesce(meetings.pin, EXCLUDED.pin)`,
      [occurrenceIds, occurrenceIds.map(newRoomName), ...pins],
    );
  }

  /** Nobody who was there knows the next room of a date that comes back; the PIN opens nothing before. */
  async leaveRooms(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE meetings m SET room_name = d.name, heads = NULL, heads_at = NULL, moderator_came_at = NULL
       FROM unnest($1::uuid[], $2::text[]) AS d (id, name) WHERE m.occurrence_id = d.id`,
      [occurrenceIds, occurrenceIds.map(newRoomName)],
    );
  }

  /**
   * What strangers know opens nothing more: those that are not over get another room and another PIN, and who was there
   * is out.
   */
  async renameMeetings(tx: Tx, occurrenceIds: readonly string[], now: Temporal.Instant): Promise<void> {
    await tx.query(
      `UPDATE meetings m SET room_name = d.name, pin = CASE WHEN m.pin IS NOT NULL THEN ${FREE_PIN} END,
         heads = NULL, heads_at = NULL
       FROM unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::int[]) AS d (id, name, p1, p2, p3)
       JOIN occurrences o ON o.id = d.id
       WHERE m.occurrence_id = d.id AND NOT ${IS_OVER}`,
      [toUtc(now), occurrenceIds, occurrenceIds.map(newRoomName), ...choicesFor(occurrenceIds)],
    );
  }

  async givePins(tx: Tx, occurrenceIds: readonly string[], pins = choicesFor(occurrenceIds)): Promise<void> {
    await tx.query(
      `UPDATE meetings m SET pin = ${FREE_PIN}
       FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) AS d (id, p1, p2, p3)
       WHERE m.occurrence_id = d.id AND m.pin IS NULL`,
      [occurrenceIds, ...pins],
    );
  }

  /** A PIN that somebody has read and nobody has been sent; where it stands in mails, it stays. */
  async renewUnsentPins(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE meetings m SET pin = ${FREE_PIN}
       FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) AS d (id, p1, p2, p3)
       JOIN occurrences o ON o.id = d.id JOIN groups g ON g.id = o.group_id
       WHERE m.occurrence_id = d.id AND m.pin IS NOT NULL AND NOT g.shows_dial_in`,
      [occurrenceIds, ...choicesFor(occurrenceIds)],
    );
  }

  /** Twice is the same as once; a date without a meeting needs none. */
  async turnAway(tx: Tx, guests: readonly { occurrenceId: string; participantId: string }[]): Promise<void> {
    await tx.query(
      `INSERT INTO turned_away (occurrence_id, participant_id)
       SELECT d.* FROM unnest($1::uuid[], $2::text[]) AS d (id, participant)
       JOIN meetings m ON m.occurrence_id = d.id ON CONFLICT DO NOTHING`,
      [guests.map(({ occurrenceId }) => occurrenceId), guests.map(({ participantId }) => participantId)],
    );
  }

  /**
   * How many people a server sees in its rooms: the latest number as long as it is told, and of all the highest, rounded
   * up to a multiple of five. A number that stays the same is written down again after half a minute only.
   */
  async noteHeads(
    tx: Tx,
    { serverId, heads }: { serverId: string; heads: ReadonlyMap<string, number> },
    now: Temporal.Instant,
  ): Promise<void> {
    await tx.query(
      `WITH noted AS (
         UPDATE meetings m SET heads = d.heads, heads_at = $1, most_heads = greatest(m.most_heads, (d.heads + 4) / 5 * 5)
         FROM unnest($3::text[], $4::int[]) AS d (room, heads), occurrences o
         WHERE m.room_name = d.room AND o.id = m.occurrence_id AND o.server_id = $2
           AND (m.heads IS DISTINCT FROM d.heads OR m.heads_at < $1::timestamptz - interval '30 seconds'))
       UPDATE meetings m SET heads = NULL, heads_at = NULL FROM occurrences o
       WHERE m.heads_at < $1::timestamptz - interval '90 seconds' AND m.room_name <> ALL ($3)
         AND o.id = m.occurrence_id AND o.server_id = $2`,
      [toUtc(now), serverId, [...heads.keys()], [...heads.values()]],
    );
  }

  async noteModerator(tx: Tx, { occurrenceId, at }: { occurrenceId: string; at: string }): Promise<void> {
    await tx.query('UPDATE meetings SET moderator_came_at = $2 WHERE occurrence_id = $1', [occurrenceId, at]);
  }

  /** Nobody needs PINs, head counts and names of those turned away when a date is over. */
  async dropWhatIsOver(tx: Tx, now: Temporal.Instant): Promise<void> {
    await tx.query(
      `WITH gone AS (DELETE FROM turned_away t USING occurrences o WHERE o.id = t.occurrence_id AND ${IS_OVER})
       UPDATE meetings m SET pin = NULL, heads = NULL, heads_at = NULL, moderator_came_at = NULL FROM occurrences o
       WHERE o.id = m.occurrence_id AND ${IS_OVER}
         AND (m.pin IS NOT NULL OR m.heads_at IS NOT NULL OR m.moderator_came_at IS NOT NULL)`,
      [toUtc(now)],
    );
  }
}

/** Three lists, each with a PIN for every date. */
function choicesFor(occurrenceIds: readonly string[]): number[][] {
  const count = occurrenceIds.length;
  const pins = newPins(count * PIN_CHOICES, randomInt);
  return Array.from({ length: PIN_CHOICES }, (_, choice) => pins.slice(choice * count, (choice + 1) * count));
}
