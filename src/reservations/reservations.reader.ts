import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Representative } from '../kernel/actor.js';
import { NotFound } from '../kernel/domain-error.js';
import { toUtc, type TimeRange } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';
import type { OccurrenceState } from './occurrence.entity.js';

export interface OccurrenceRow {
  id: string;
  reservationId: string;
  groupId: string;
  contactPointId: string;
  roomId: string;
  roomName: string;
  startsAt: string;
  endsAt: string;
  state: OccurrenceState;
  reason: string | null;
  expectedParticipants: number;
  doorOpensMinutes: number;
  calendarUid: string;
  sequence: number;
  version: number;
}

export interface TakenRow {
  roomId: string;
  startsAt: string;
  endsAt: string;
}

const STARTS_AT = utcText('lower(o.during)');
const ENDS_AT = utcText('upper(o.during)');

const OCCURRENCE = `
  SELECT o.id, o.reservation_id AS "reservationId", o.group_id AS "groupId", g.contact_point_id AS "contactPointId",
    o.room_id AS "roomId", r.name AS "roomName", ${STARTS_AT} AS "startsAt", ${ENDS_AT} AS "endsAt", o.state, o.reason,
    o.expected_participants AS "expectedParticipants", c.door_opens_minutes AS "doorOpensMinutes",
    w.calendar_uid AS "calendarUid", o.sequence, o.version
  FROM occurrences o JOIN rooms r ON r.id = o.room_id JOIN groups g ON g.id = o.group_id
  JOIN contact_points c ON c.id = g.contact_point_id JOIN reservations w ON w.id = o.reservation_id`;

@Injectable()
export class ReservationsReader {
  constructor(private readonly source: DataSource) {}

  /** What holds these rooms within a stretch of time, in the order of the starts. Nothing about groups. */
  takenBetween(roomIds: string[], { start, end }: TimeRange): Promise<TakenRow[]> {
    // Through the b-tree on the start, never the constraint's gist index; no date is longer than 12 hours.
    return this.source.query<TakenRow[]>(
      `SELECT o.room_id AS "roomId", ${STARTS_AT} AS "startsAt", ${ENDS_AT} AS "endsAt" FROM occurrences o
       WHERE o.room_id = ANY ($1) AND o.state = 'planned' AND lower(o.during) >= $2::timestamptz - interval '12 hours'
         AND lower(o.during) < $3 AND upper(o.during) > $2 ORDER BY lower(o.during)`,
      [roomIds, toUtc(start), toUtc(end)],
    );
  }

  /** A group's dates that touch a stretch of time. */
  occurrencesOf(groupId: string, between: TimeRange, page: { limit: number; offset: number }) {
    return this.source.query<OccurrenceRow[]>(
      `${OCCURRENCE} WHERE o.group_id = $1 AND lower(o.during) < $3 AND upper(o.during) > $2
       ORDER BY lower(o.during), o.id LIMIT $4 OFFSET $5`,
      [groupId, toUtc(between.start), toUtc(between.end), page.limit, page.offset],
    );
  }

  async findOccurrence(id: string): Promise<OccurrenceRow | undefined> {
    const [row] = await this.source.query<OccurrenceRow[]>(`${OCCURRENCE} WHERE o.id = $1`, [id]);
    return row;
  }

  /** The date, if this person represents its group. */
  async findOwnOccurrence(personId: string, id: string): Promise<OccurrenceRow | undefined> {
    const [row] = await this.source.query<OccurrenceRow[]>(
      `${OCCURRENCE} WHERE o.id = $1
       AND EXISTS (SELECT 1 FROM representatives p WHERE p.group_id = o.group_id AND p.person_id = $2)`,
      [id, personId],
    );
    return row;
  }

  /** The same, or NotFound. */
  async requireOwnOccurrence({ personId }: Representative, id: string): Promise<OccurrenceRow> {
    const occurrence = await this.findOwnOccurrence(personId, id);
    if (!occurrence) throw new NotFound();
    return occurrence;
  }

  async requireReservation(id: string): Promise<{ id: string; groupId: string; version: number }> {
    const [row] = await this.source.query<{ id: string; groupId: string; version: number }[]>(
      'SELECT id, group_id AS "groupId", version FROM reservations WHERE id = $1',
      [id],
    );
    if (!row) throw new NotFound();
    return row;
  }

  occurrencesOfReservation(reservationId: string): Promise<OccurrenceRow[]> {
    return this.source.query<OccurrenceRow[]>(
      `${OCCURRENCE} WHERE o.reservation_id = $1 ORDER BY lower(o.during)`,
      [reservationId],
    );
  }
}
