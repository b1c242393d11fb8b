import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { toUtc } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';
import { closedRanges, type ClosureTimes } from '../rooms/closures.reader.js';
import { LONGEST_DATE } from './reservations.reader.js';

/** As many as a list names at once; the rest is counted only. */
const MOST_NAMED = 200;

/** What is closed and when: a room, the groups of a contact point, or, without both, the house. */
export interface Closed extends ClosureTimes {
  contactPointId: string | null;
  roomId: string | null;
}

export interface Hits {
  count: number;
  /** Ids of the first 200 of them, in their order. */
  firstIds: string[];
}

export interface HitRow {
  occurrenceId: string;
  startsAt: string;
  endsAt: string;
  roomId: string;
  roomName: string;
  /** Null when the closure is not the group's own contact point's: the operator sees no group. */
  group: { id: string; label: string } | null;
}

/** Room by room, each through the b-tree on the start: the last date that is stored. */
const LAST_END = `
  SELECT ${utcText(`(max(last.start) + ${LONGEST_DATE})`)} AS "end" FROM rooms r CROSS JOIN LATERAL (
    SELECT lower(o.during) AS start FROM occurrences o WHERE o.room_id = r.id AND o.state = 'planned'
    ORDER BY lower(o.during) DESC LIMIT 1) AS last`;

/** Room by room, through the b-tree on the start, which finds all that touch a stretch of time. */
const HIT = `
  SELECT DISTINCT o.id, o.group_id, lower(o.during) AS start
  FROM unnest($4::timestamptz[], $5::timestamptz[]) AS closed (start, until)
  CROSS JOIN rooms r CROSS JOIN LATERAL (
    SELECT o.* FROM occurrences o WHERE o.room_id = r.id AND o.state = 'planned'
      AND lower(o.during) >= closed.start - ${LONGEST_DATE} AND lower(o.during) < closed.until
      AND upper(o.during) > closed.start AND lower(o.during) > $1 OFFSET 0) AS o
  JOIN groups g ON g.id = o.group_id
  WHERE ($2::uuid IS NULL OR r.id = $2) AND ($3::uuid IS NULL OR g.contact_point_id = $3)`;

/** Which planned dates that still lie ahead a closure hits. A house may have a hundred thousand: few are ever loaded. */
@Injectable()
export class ClosureHitsReader {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Within a transaction that holds the lock give its `manager`: then none is missed. */
  async hitsOf(closed: Closed, manager: EntityManager = this.source.manager): Promise<Hits> {
    const [hits] = await this.ask<Hits>(
      manager,
      closed,
      `WITH hit AS (${HIT}) SELECT (SELECT count(*)::int FROM hit) AS count,
         ARRAY(SELECT id FROM hit ORDER BY start, id LIMIT ${MOST_NAMED}) AS "firstIds"`,
    );
    return hits ?? { count: 0, firstIds: [] };
  }

  /** All of them with their groups, in their order. */
  allOf(closed: Closed): Promise<{ occurrenceId: string; groupId: string }[]> {
    return this.ask(
      this.source.manager,
      closed,
      `SELECT id AS "occurrenceId", group_id AS "groupId" FROM (${HIT}) AS hit ORDER BY start, id`,
    );
  }

  /** These dates as they stand now, for who closes a contact point, or the house (null). */
  rowsOf(ids: readonly string[], contactPointId: string | null): Promise<HitRow[]> {
    return this.source.query<HitRow[]>(
      `SELECT o.id AS "occurrenceId", ${utcText('lower(o.during)')} AS "startsAt",
         ${utcText('upper(o.during)')} AS "endsAt", r.id AS "roomId", r.name AS "roomName",
         CASE WHEN g.contact_point_id = $2 THEN jsonb_build_object('id', g.id, 'label', g.label) END AS "group"
       FROM occurrences o JOIN rooms r ON r.id = o.room_id JOIN groups g ON g.id = o.group_id
       WHERE o.id = ANY ($1) ORDER BY lower(o.during), o.id`,
      [ids, contactPointId],
    );
  }

  private async ask<Row>(manager: EntityManager, closed: Closed, question: string): Promise<Row[]> {
    const [last] = await manager.query<{ end: string | null }[]>(LAST_END);
    if (!last?.end) return [];
    const now = this.clock.now();
    const ranges = closedRanges(closed, { start: now, end: Temporal.Instant.from(last.end) });
    return manager.query<Row[]>(question, [
      toUtc(now),
      closed.roomId,
      closed.contactPointId,
      ranges.map(({ start }) => toUtc(start)),
      ranges.map(({ end }) => toUtc(end)),
    ]);
  }
}
