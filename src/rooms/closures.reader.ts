import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NotFound } from '../kernel/domain-error.js';
import type { TimeRange } from '../kernel/time-range.js';
import { closedRanges } from './domain/closure-times.js';

export { closedRanges, type ClosureTimes } from './domain/closure-times.js';

export interface ClosureRow {
  id: string;
  contactPointId: string | null;
  roomId: string | null;
  roomName: string | null;
  /** Wall times `2026-12-24T00:00`. */
  startsAt: string;
  endsAt: string;
  isYearly: boolean;
  reason: string | null;
  version: number;
}

const CLOSURE = `
  SELECT c.id, c.contact_point_id AS "contactPointId", c.room_id AS "roomId", r.name AS "roomName",
    to_char(c.starts_at, 'YYYY-MM-DD"T"HH24:MI') AS "startsAt", to_char(c.ends_at, 'YYYY-MM-DD"T"HH24:MI') AS "endsAt",
    c.is_yearly AS "isYearly", c.reason, c.version
  FROM closures c LEFT JOIN rooms r ON r.id = c.room_id`;

@Injectable()
export class ClosuresReader {
  constructor(private readonly source: DataSource) {}

  /**
   * When each of these rooms is closed for the groups of a contact point. Within a transaction give its `manager`, so
   * that a closure saved a moment ago counts.
   */
  async closedFor(
    { contactPointId, roomIds }: { contactPointId: string; roomIds: readonly string[] },
    between: TimeRange,
    manager: EntityManager = this.source.manager,
  ): Promise<Map<string, TimeRange[]>> {
    const rows = await manager.query<ClosureRow[]>(
      `${CLOSURE} WHERE (c.room_id = ANY ($1) OR (c.room_id IS NULL AND (c.contact_point_id IS NULL OR c.contact_point_id = $2)))
       AND (c.is_yearly OR c.ends_at > ($3::timestamptz AT TIME ZONE 'UTC') - interval '1 day')`,
      [roomIds, contactPointId, between.start.toString()],
    );
    const closed = rows.map((row) => ({ roomId: row.roomId, ranges: closedRanges(row, between) }));
    const ofRoom = (id: string) => closed.filter(({ roomId }) => roomId === null || roomId === id);
    return new Map(roomIds.map((id) => [id, ofRoom(id).flatMap(({ ranges }) => ranges)]));
  }

  /** Those that somebody may change: of one contact point, or, for the operator (null), of house and house rooms. */
  listOf(contactPointId: string | null, page: { limit: number; after?: string }): Promise<ClosureRow[]> {
    const from = page.after ?? '00000000-0000-0000-0000-000000000000';
    return this.source.query<ClosureRow[]>(
      `${CLOSURE} WHERE c.contact_point_id IS NOT DISTINCT FROM $1 AND c.id > $2 ORDER BY c.id LIMIT $3`,
      [contactPointId, from, page.limit],
    );
  }

  async findClosure(id: string): Promise<ClosureRow | undefined> {
    const [row] = await this.source.query<ClosureRow[]>(`${CLOSURE} WHERE c.id = $1`, [id]);
    return row;
  }
  /** One of those that `listOf` lists. Throws NotFound. */
  async requireClosureOf(contactPointId: string | null, id: string): Promise<ClosureRow> {
    const closure = await this.findClosure(id);
    if (closure?.contactPointId !== contactPointId) throw new NotFound();
    return closure;
  }
}
