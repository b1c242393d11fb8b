import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Representative } from '../kernel/actor.js';
import { NotFound } from '../kernel/domain-error.js';
import { EXTENSION_MINUTES, LONGEST_BUFFER_MINUTES, LONGEST_DATE_MINUTES } from '../kernel/house-rules.js';
import { rangeBetween, toUtc, type TimeRange } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';
import type { OccurrenceState } from './occurrence.entity.js';
import type { SeriesRule } from './reservation.entity.js';

export { isAtUsualTime, seriesInWords } from './domain/recurrence-words.js';

export interface OccurrenceRow {
  id: string;
  reservationId: string;
  groupId: string;
  contactPointId: string;
  roomId: string;
  roomName: string;
  startsAt: string;
  endsAt: string;
  /** When its room is free for others. */
  heldUntil: string;
  state: OccurrenceState;
  reason: string | null;
  expectedParticipants: number;
  doorOpensMinutes: number;
  /** The Jitsi server; null while the house had none. */
  serverId: string | null;
  /** The local day the rule gave. */
  seriesDate: string;
  /** Null for a date that stands alone. */
  series: SeriesRule | null;
  /** To the microsecond: dates that were cancelled together share it. */
  cancelledAt: string | null;
  reservationVersion: number;
  calendarUid: string;
  sequence: number;
  version: number;
  /** What was added at the end while people met. */
  extendedMinutes: number;
}

/** All dates of a reservation, in their order. */
export interface SeriesRow {
  /** The calendar UID that all its dates share in the entry of the whole. */
  uid: string;
  version: number;
  /** Its group has ended: nobody comes in any more, also while one of its dates runs. */
  hasEnded: boolean;
  dates: [OccurrenceRow, ...OccurrenceRow[]];
}

export interface TakenRow {
  roomId: string;
  startsAt: string;
  endsAt: string;
}

/** How far back to look for what still runs, by its start; and for what still holds its room. */
export const LONGEST_DATE = `interval '${LONGEST_DATE_MINUTES} minutes'`;
export const LONGEST_HOLD = `interval '${LONGEST_DATE_MINUTES + LONGEST_BUFFER_MINUTES} minutes'`;

const STARTS_AT = utcText('lower(o.during)');
const ENDS_AT = utcText('upper(o.during)');
const CANCELLED_AT = `to_char(o.cancelled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** When a date is to end, without what was added while people met. */
export const PLANNED_END = "(upper(o.during) - o.extended_minutes * interval '1 minute')";

/** A date that stands alone has the UID of its reservation; those of a series each have their own beside it. */
export const CALENDAR_UID = `CASE WHEN w.series IS NULL THEN w.calendar_uid
  ELSE replace(w.calendar_uid, '@', '-' || to_char(o.series_date, 'YYYYMMDD') || '@') END`;

const OCCURRENCE = `
  SELECT o.id, o.reservation_id AS "reservationId", o.group_id AS "groupId", g.contact_point_id AS "contactPointId",
    o.room_id AS "roomId", r.name AS "roomName", ${STARTS_AT} AS "startsAt", ${ENDS_AT} AS "endsAt",
    ${utcText('upper(o.holds)')} AS "heldUntil", o.state, o.reason,
    o.expected_participants AS "expectedParticipants", c.door_opens_minutes AS "doorOpensMinutes",
    o.server_id AS "serverId", o.series_date::text AS "seriesDate", w.series, ${CANCELLED_AT} AS "cancelledAt",
    w.version AS "reservationVersion", ${CALENDAR_UID} AS "calendarUid",
    o.sequence, o.version, o.extended_minutes AS "extendedMinutes"
  FROM occurrences o JOIN rooms r ON r.id = o.room_id JOIN groups g ON g.id = o.group_id
  JOIN contact_points c ON c.id = g.contact_point_id JOIN reservations w ON w.id = o.reservation_id`;

/** From when to when people are told to meet: whoever is there hears of more time, and nobody else needs to. */
export function plannedRange(
  date: Pick<OccurrenceRow, 'startsAt' | 'endsAt' | 'extendedMinutes'>,
): TimeRange {
  const { start, end } = rangeBetween(date);
  return { start, end: end.subtract({ minutes: date.extendedMinutes }) };
}

@Injectable()
export class ReservationsReader {
  constructor(private readonly source: DataSource) {}

  /** What holds these rooms within a stretch of time, in the order of the starts. Nothing about groups. */
  takenBetween(
    roomIds: string[],
    { start, end }: TimeRange,
    manager: EntityManager = this.source.manager,
  ): Promise<TakenRow[]> {
    // Through the b-tree on the start, never the constraint's gist index.
    return manager.query<TakenRow[]>(
      `SELECT o.room_id AS "roomId", ${STARTS_AT} AS "startsAt", ${utcText('upper(o.holds)')} AS "endsAt" FROM occurrences o
       WHERE o.room_id = ANY ($1) AND o.state = 'planned' AND lower(o.during) >= $2::timestamptz - ${LONGEST_HOLD}
         AND lower(o.during) < $3 AND upper(o.holds) > $2 ORDER BY lower(o.during)`,
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

  /** The planned date of a group that runs or comes next. */
  async findNextOf(groupId: string, now: Temporal.Instant): Promise<OccurrenceRow | undefined> {
    const [row] = await this.source.query<OccurrenceRow[]>(
      `${OCCURRENCE} WHERE o.group_id = $1 AND o.state = 'planned' AND upper(o.during) > $2
         AND lower(o.during) >= $2::timestamptz - ${LONGEST_DATE} ORDER BY lower(o.during), o.id LIMIT 1`,
      [groupId, toUtc(now)],
    );
    return row;
  }

  /** Ids of all dates of a group that are not over, but for half an hour at most; also of those that are off and may come back. */
  async idsAheadOf(groupId: string, now: Temporal.Instant): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT id FROM occurrences WHERE group_id = $1
         AND lower(during) >= $2::timestamptz - ${LONGEST_DATE} - interval '${EXTENSION_MINUTES} minutes'
         AND upper(during) > $2::timestamptz - interval '${EXTENSION_MINUTES} minutes'`,
      [groupId, toUtc(now)],
    );
    return rows.map(({ id }) => id);
  }

  async findOccurrence(
    id: string,
    manager: EntityManager = this.source.manager,
  ): Promise<OccurrenceRow | undefined> {
    const [row] = await manager.query<OccurrenceRow[]>(`${OCCURRENCE} WHERE o.id = $1`, [id]);
    return row;
  }

  /** Those of these dates that there are, in the order of their starts. */
  findOccurrences(ids: readonly string[], manager: EntityManager): Promise<OccurrenceRow[]> {
    return manager.query<OccurrenceRow[]>(
      `${OCCURRENCE} WHERE o.id = ANY ($1) ORDER BY lower(o.during), o.id`,
      [ids],
    );
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

  /** All dates of a reservation in their order, if this person represents its group. Throws NotFound. */
  async requireOwnDates({ personId }: Representative, reservationId: string): Promise<OccurrenceRow[]> {
    const rows = await this.source.query<OccurrenceRow[]>(
      `${OCCURRENCE} WHERE o.reservation_id = $1
       AND EXISTS (SELECT 1 FROM representatives p WHERE p.group_id = o.group_id AND p.person_id = $2)
       ORDER BY lower(o.during)`,
      [reservationId, personId],
    );
    if (rows.length === 0) throw new NotFound();
    return rows;
  }

  /** A reservation with all its dates, whoever asks. */
  async findSeries(reservationId: string): Promise<SeriesRow | undefined> {
    const [reservation] = await this.source.query<Pick<SeriesRow, 'uid' | 'hasEnded'>[]>(
      `SELECT w.calendar_uid AS uid, g.state = 'ended' AS "hasEnded"
       FROM reservations w JOIN groups g ON g.id = w.group_id WHERE w.id = $1`,
      [reservationId],
    );
    const [first, ...others] = await this.source.query<OccurrenceRow[]>(
      `${OCCURRENCE} WHERE o.reservation_id = $1 ORDER BY lower(o.during), o.id`,
      [reservationId],
    );
    if (!reservation || !first) return undefined;
    return { ...reservation, version: first.reservationVersion, dates: [first, ...others] };
  }
}
