import { Injectable } from '@nestjs/common';
import { randomBytes, randomInt } from 'node:crypto';
import { EXTENSION_MINUTES } from '../kernel/house-rules.js';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import { newPins } from './domain/pins.js';

/** 160 random bits in hexadecimal: Jitsi compares room names in lower case and takes only `[a-z0-9]` safely. */
const NAME_BYTES = 20;
/** Of so many PINs one is free: there are 900 million, and a few thousand are taken. */
const PIN_CHOICES = 3;

/** Locks of this kind stand for the head counts of one server. */
const HEADS_LOCK = 7_260_020;

/** A date is over for good. */
const IS_OVER = `upper(o.during) + interval '${EXTENSION_MINUTES} minutes' <= $1::timestamptz`;

/** The first of the choices that no meeting has. */
const FREE_PIN = `(SELECT p FROM unnest(ARRAY[d.p1, d.p2, d.p3]) AS p
  WHERE NOT EXISTS (SELECT 1 FROM meetings taken WHERE taken.pin = p) LIMIT 1)`;

/** All writes of meetings/. */
@Injectable()
export class MeetingsStore {
  /** Where the server of a date can be called, its meeting gets a PIN too. */
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
       ON CONFLICT (occurrence_id) DO NOTHING`,
      [occurrenceIds, occurrenceIds.map(newName), ...pins],
    );
  }

  async removeMeetings(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM meetings WHERE occurrence_id = ANY ($1)', [occurrenceIds]);
  }

  /** What strangers know opens nothing more: those that are not over get another room, and who was there is out. */
  async renameMeetings(tx: Tx, occurrenceIds: readonly string[], now: Temporal.Instant): Promise<void> {
    await tx.query(
      `UPDATE meetings m SET room_name = d.name, heads = NULL, heads_at = NULL
       FROM unnest($2::uuid[], $3::text[]) AS d (id, name) JOIN occurrences o ON o.id = d.id
       WHERE m.occurrence_id = d.id AND NOT ${IS_OVER}`,
      [toUtc(now), occurrenceIds, occurrenceIds.map(newName)],
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
    // Two beats of one server at once tell the same: the second one leaves it, so that they do not wait for each other.
    await tx.query(
      `WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(${HEADS_LOCK}, hashtext($2::uuid::text)) AS is_mine),
       noted AS (
         UPDATE meetings m SET heads = d.heads, heads_at = $1, most_heads = greatest(m.most_heads, (d.heads + 4) / 5 * 5)
         FROM unnest($3::text[], $4::int[]) AS d (room, heads), occurrences o, turn
         WHERE m.room_name = d.room AND o.id = m.occurrence_id AND o.server_id = $2 AND turn.is_mine
           AND (m.heads IS DISTINCT FROM d.heads OR m.heads_at < $1::timestamptz - interval '30 seconds'))
       UPDATE meetings m SET heads = NULL, heads_at = NULL FROM occurrences o, turn
       WHERE m.heads_at < $1::timestamptz - interval '90 seconds' AND m.room_name <> ALL ($3)
         AND o.id = m.occurrence_id AND o.server_id = $2 AND turn.is_mine`,
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

function newName(): string {
  return randomBytes(NAME_BYTES).toString('hex');
}

/** Three lists, each with a PIN for every date. */
function choicesFor(occurrenceIds: readonly string[]): number[][] {
  const count = occurrenceIds.length;
  const pins = newPins(count * PIN_CHOICES, randomInt);
  return Array.from({ length: PIN_CHOICES }, (_, choice) => pins.slice(choice * count, (choice + 1) * count));
}
