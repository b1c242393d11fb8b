import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { toUtc } from '../kernel/time-range.js';
import { utcText } from '../platform/database/sql.js';
import { closedRanges, type ClosureTimes } from '../rooms/closures.reader.js';
import { LONGEST_DATE } from './reservations.reader.js';

/** What is closed and when: a room, the groups of a contact point, or, without both, the house. */
export interface Closed extends ClosureTimes {
  contactPointId: string | null;
  roomId: string | null;
}

export interface HitRow {
  occurrenceId: string;
  startsAt: string;
  endsAt: string;
  roomId: string;
  roomName: string;
  /** For the house itself; leaves it for nobody. */
  groupId: string;
  /** Null when the closure is not the group's own contact point's: the operator sees no group. */
  group: { id: string; label: string } | null;
}

/** Room by room, each through the b-tree on the start: the last date that is stored. */
const LAST_END = `
  SELECT ${utcText(`(max(last.start) + ${LONGEST_DATE})`)} AS "end" FROM rooms r CROSS JOIN LATERAL (
    SELECT lower(o.during) AS start FROM occurrences o WHERE o.room_id = r.id AND o.state = 'planned'
    ORDER BY lower(o.during) DESC LIMIT 1) AS last`;

// Room by room, through the b-tree on the start, which finds all that touch a stretch of time; some dates by their ids.
// Each is a question of its own: PostgreSQL plans a question once, for all its parameters.
const hits = (among: '' | 'AND o.id = ANY ($6)') => `
  SELECT DISTINCT o.id AS "occurrenceId", ${utcText('lower(o.during)')} AS "startsAt",
    ${utcText('upper(o.during)')} AS "endsAt", r.id AS "roomId", r.name AS "roomName",
    g.id AS "groupId",
    CASE WHEN g.contact_point_id = $3 THEN jsonb_build_object('id', g.id, 'label', g.label) END AS "group"
  FROM unnest($4::timestamptz[], $5::timestamptz[]) AS closed (start, until)
  CROSS JOIN rooms r CROSS JOIN LATERAL (
    SELECT o.* FROM occurrences o WHERE o.room_id = r.id AND o.state = 'planned'
      AND lower(o.during) >= closed.start - ${LONGEST_DATE} AND lower(o.during) < closed.until
      AND upper(o.during) > closed.start AND lower(o.during) > $1 ${among} ${among ? '' : 'OFFSET 0'}) AS o
  JOIN groups g ON g.id = o.group_id
  WHERE ($2::uuid IS NULL OR r.id = $2) AND ($3::uuid IS NULL OR g.contact_point_id = $3)
  ORDER BY "startsAt", "occurrenceId"`;

/** Which planned dates that still lie ahead a closure hits. */
@Injectable()
export class ClosureHitsReader {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** All, or those among `ids`. Within a transaction that holds the lock give its `manager`: then none is missed. */
  async hitsOf(
    closed: Closed,
    { ids, manager = this.source.manager }: { ids?: readonly string[]; manager?: EntityManager } = {},
  ): Promise<HitRow[]> {
    const [last] = await manager.query<{ end: string | null }[]>(LAST_END);
    if (!last?.end) return [];
    const now = this.clock.now();
    const ranges = closedRanges(closed, { start: now, end: Temporal.Instant.from(last.end) });
    return manager.query<HitRow[]>(hits(ids ? 'AND o.id = ANY ($6)' : ''), [
      toUtc(now),
      closed.roomId,
      closed.contactPointId,
      ranges.map(({ start }) => toUtc(start)),
      ranges.map(({ end }) => toUtc(end)),
      ...(ids ? [ids] : []),
    ]);
  }
}
