import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dateOf, HOUSE_TIME_ZONE, startOfDay } from '../kernel/local-time.js';
import { toUtc } from '../kernel/time-range.js';

/** When groups met last, and whether they will again. */
@Injectable()
export class GroupDatesReader {
  constructor(private readonly source: DataSource) {}

  /** Active groups that have met since the day of their last use; `on` is the local day of the latest date that has begun. */
  metSince(now: Temporal.Instant): Promise<{ groupId: string; on: string }[]> {
    return this.source.query<{ groupId: string; on: string }[]>(
      `SELECT g.id AS "groupId", d.day::text AS "on" FROM groups g CROSS JOIN LATERAL (
         SELECT (lower(o.during) AT TIME ZONE '${HOUSE_TIME_ZONE}')::date AS day FROM occurrences o
         WHERE o.group_id = g.id AND o.state = 'planned' AND lower(o.during) <= $1
         ORDER BY lower(o.during) DESC LIMIT 1) d
       WHERE g.state = 'active' AND d.day > g.used_on`,
      [toUtc(now)],
    );
  }

  /** What a group still holds and nobody has entered: reservation by reservation. */
  aheadOf(
    groupId: string,
    now: Temporal.Instant,
  ): Promise<{ reservationId: string; occurrenceIds: string[] }[]> {
    return this.source.query<{ reservationId: string; occurrenceIds: string[] }[]>(
      `SELECT reservation_id AS "reservationId", array_agg(id) AS "occurrenceIds" FROM occurrences
       WHERE group_id = $1 AND state = 'planned' AND lower(during) > $2 GROUP BY reservation_id`,
      [groupId, toUtc(now)],
    );
  }

  /** Of these groups, those that have no planned date today or later. */
  async withNoneAhead<Group extends { id: string }>(
    groups: Group[],
    now: Temporal.Instant,
  ): Promise<Group[]> {
    if (groups.length === 0) return [];
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT DISTINCT group_id AS id FROM occurrences
       WHERE group_id = ANY ($1) AND state = 'planned' AND lower(during) >= $2`,
      [groups.map(({ id }) => id), toUtc(startOfDay(dateOf(now)))],
    );
    const busy = new Set(rows.map(({ id }) => id));
    return groups.filter(({ id }) => !busy.has(id));
  }
}
