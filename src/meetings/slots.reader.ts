import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EXTENSION_MINUTES } from '../kernel/house-rules.js';
import { dateOf } from '../kernel/local-time.js';
import { toUtc } from '../kernel/time-range.js';
import { LONGEST_DATE } from '../reservations/reservations.reader.js';
import { MODERATOR_MINUTES_EARLIER } from './domain/door-state.js';

/** A planned date as Jitsi has to know it; times in seconds since 1970. */
export interface SlotRow {
  occurrenceId: string;
  /** Name of the Jitsi room. */
  room: string;
  seats: number;
  /** When moderators may come. */
  opens: number;
  starts: number;
  ends: number;
  /** The end, or a while later where nobody needs room or server then. */
  closes: number;
  /** The group wants people to wait until they are let in. */
  hasWaitingRoom: boolean;
}

/** One of the guard's list. */
export interface GuardedRow extends SlotRow {
  /** In which people are told of the end; undefined where nobody is: the room belongs to no date. */
  wording?: string;
  /** Participants who were turned away. */
  blocked: string[];
}

/** One that somebody asks for by name or PIN, whenever it is. */
export interface DateRow extends SlotRow {
  serverId: string | null;
  wording: string;
  pin: number | null;
  /** When a representative came the last time. */
  cameAt: number | null;
  /** How many are in the room, as far as that was told lately. */
  heads: number | null;
  /** The access of its group does not rest. */
  isActive: boolean;
}

const LINGER = `interval '${EXTENSION_MINUTES} minutes'`;
const seconds = (expression: string) => `extract(epoch FROM ${expression})::float8`;

const OPENS = `d.start - (c.door_opens_minutes + ${MODERATOR_MINUTES_EARLIER}) * interval '1 minute'`;
const IS_ACTIVE = `g.state = 'active' AND (g.access_until IS NULL OR g.access_until >= $2::date)`;

/** Somebody has reserved the room for the while after the end. */
const IS_ROOM_NEEDED = `(SELECT true FROM occurrences x WHERE x.room_id = d.room_id AND x.state = 'planned'
  AND lower(x.during) >= d.until AND lower(x.during) < d.until + ${LINGER} LIMIT 1)`;

/** All who are expected in the while after an end, and all who may still linger then. */
const expectedAfter = (end: string, dates: string) =>
  `(SELECT coalesce(sum(n.people), 0) FROM ${dates} n WHERE n.start < ${end} + ${LINGER} AND n.until > ${end} - ${LINGER})`;

const closes = (hasPlace: string) =>
  `CASE WHEN ${hasPlace} AND ${IS_ROOM_NEEDED} IS NULL THEN d.until + ${LINGER} ELSE d.until END`;

const FACTS = `d.id AS "occurrenceId", ${seconds('d.start')} AS starts, ${seconds('d.until')} AS ends`;

// The dates of the server through its b-tree, once; what belongs to each by hand (LATERAL, OFFSET 0), because PostgreSQL
// plans this question once for every number of them. Many end together: people are added up once for each end.
const GUARDED = `
  WITH near AS MATERIALIZED (
    SELECT o.id, o.group_id, o.room_id, lower(o.during) AS start, upper(o.during) AS until,
      o.expected_participants AS people
    FROM occurrences o WHERE o.server_id = $1 AND o.state = 'planned'
      AND lower(o.during) >= $3::timestamptz - ${LONGEST_DATE} - 2 * ${LINGER}
      AND lower(o.during) < $3::timestamptz + ${LONGEST_DATE} + interval '4 hours'
      AND upper(o.during) > $3::timestamptz - 2 * ${LINGER}),
  slots AS MATERIALIZED (
    SELECT d.*, of.* FROM near d CROSS JOIN LATERAL (
      SELECT m.room_name, r.seats, c.wording, g.has_waiting_room, ${OPENS} AS opens FROM groups g
      JOIN contact_points c ON c.id = g.contact_point_id JOIN rooms r ON r.id = d.room_id
      JOIN meetings m ON m.occurrence_id = d.id WHERE g.id = d.group_id AND ${IS_ACTIVE} OFFSET 0) AS of
    WHERE d.start < $3::timestamptz + interval '4 hours' AND of.opens < $3::timestamptz + interval '1 hour'
      AND d.until > $3::timestamptz - ${LINGER}),
  ends AS MATERIALIZED (
    SELECT e.until, ${expectedAfter('e.until', 'near')}
      <= (SELECT capacity_participants FROM meeting_servers WHERE id = $1) AS has_place
    FROM (SELECT DISTINCT until FROM slots) AS e),
  closing AS (SELECT d.*, ${closes('e.has_place')} AS closes FROM slots d JOIN ends e ON e.until = d.until)
  SELECT ${FACTS}, d.room_name AS room, d.seats, d.wording, d.has_waiting_room AS "hasWaitingRoom",
    ${seconds('d.opens')} AS opens,
    ${seconds('d.closes')} AS closes, ARRAY(
      SELECT t.participant_id FROM turned_away t WHERE t.occurrence_id = d.id ORDER BY 1) AS blocked
  FROM closing d WHERE d.closes > $3::timestamptz ORDER BY d.start, d.id`;

const NEAR_ONE = `(SELECT lower(o.during) AS start, upper(o.during) AS until, o.expected_participants AS people
  FROM occurrences o WHERE o.server_id = d.server_id AND o.state = 'planned'
    AND lower(o.during) >= d.until - ${LONGEST_DATE} - ${LINGER} AND lower(o.during) < d.until + ${LINGER})`;

/** The guard tells every few seconds, and the same number is noted twice a minute. */
const TOLD_LATELY = `interval '60 seconds'`;

const ONE = `
  SELECT ${FACTS}, m.room_name AS room, m.pin, d.server_id AS "serverId", r.seats, c.wording,
    g.has_waiting_room AS "hasWaitingRoom", ${seconds('m.moderator_came_at')} AS "cameAt",
    CASE WHEN m.heads_at > $3::timestamptz - ${TOLD_LATELY} THEN m.heads END AS heads,
    ${seconds(OPENS)} AS opens, ${IS_ACTIVE} AS "isActive", ${seconds(
      closes(`(s.id IS NULL OR ${expectedAfter('d.until', NEAR_ONE)} <= s.capacity_participants)`),
    )} AS closes
  FROM meetings m JOIN (
    SELECT *, lower(during) AS start, upper(during) AS until FROM occurrences WHERE state = 'planned'
  ) AS d ON d.id = m.occurrence_id
  JOIN groups g ON g.id = d.group_id JOIN contact_points c ON c.id = g.contact_point_id
  JOIN rooms r ON r.id = d.room_id LEFT JOIN meeting_servers s ON s.id = d.server_id`;

const BY = { occurrenceId: 'm.occurrence_id', room: 'm.room_name', pin: 'm.pin' };

/** When which Jitsi room may be open, and for how many people. */
@Injectable()
export class SlotsReader {
  constructor(private readonly source: DataSource) {}

  /** All dates of a server whose door is open now or opens within the hour, those of resting groups left out. */
  guardedOn(serverId: string, now: Temporal.Instant): Promise<GuardedRow[]> {
    return this.source.query<GuardedRow[]>(GUARDED, [serverId, dateOf(now).toString(), toUtc(now)]);
  }

  /** A planned date, by its id, its room or its PIN. */
  async findDate(
    by: keyof typeof BY,
    value: string | number,
    now: Temporal.Instant,
  ): Promise<DateRow | undefined> {
    const [row] = await this.source.query<DateRow[]>(`${ONE} WHERE ${BY[by]} = $1`, [
      value,
      dateOf(now).toString(),
      toUtc(now),
    ]);
    return row;
  }
}

/** Moderators may be in the room at this moment, and so it may exist. */
export function isOpen({ opens, closes }: SlotRow, now: Temporal.Instant): boolean {
  const at = now.epochMilliseconds / 1000;
  return opens <= at && at < closes;
}

/** The same for a date that may be on another server, or its group's access may rest. */
export function isOpenOn({ id }: { id: string }, date: DateRow, now: Temporal.Instant): boolean {
  return date.serverId === id && date.isActive && isOpen(date, now);
}
