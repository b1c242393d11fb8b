import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NotFound } from '../kernel/domain-error.js';
import type { TimeRange } from '../kernel/time-range.js';
import { closedRanges, type ClosureDecision, type ClosureTimes } from './domain/closure-times.js';

export { closedRanges, closuresAgainst, type ClosureTimes } from './domain/closure-times.js';

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

const wallTime = (column: string) => `to_char(c.${column}, 'YYYY-MM-DD"T"HH24:MI')`;

const CLOSURE = `
  SELECT c.id, c.contact_point_id AS "contactPointId", c.room_id AS "roomId", r.name AS "roomName",
    ${wallTime('starts_at')} AS "startsAt", ${wallTime('ends_at')} AS "endsAt",
    c.is_yearly AS "isYearly", c.reason, c.version
  FROM closures c LEFT JOIN rooms r ON r.id = c.room_id`;

/** A closure as far as it matters for a room; all rooms when it names none. */
export type RoomClosure = ClosureTimes & ClosureDecision & { roomId: string | null };

/** What can be closed of these rooms from an instant on, for readers that ask for more at once. The words are SQL. */
export function closuresInJson(of: { roomIds: string; contactPointId: string; from: string }): string {
  return `(SELECT coalesce(json_agg(json_build_object('roomId', c.room_id, 'startsAt', ${wallTime('starts_at')},
      'endsAt', ${wallTime('ends_at')}, 'isYearly', c.is_yearly,
      'leavesDatesSince', c.leaves_dates_since)), '[]') FROM closures c
    WHERE (c.room_id = ANY (${of.roomIds}) OR (c.room_id IS NULL
        AND (c.contact_point_id IS NULL OR c.contact_point_id = ${of.contactPointId})))
      AND (c.is_yearly OR c.ends_at > (${of.from} AT TIME ZONE 'UTC') - interval '1 day'))`;
}

const CLOSURES_OF_ROOMS = closuresInJson({
  ...{ roomIds: '$1::uuid[]', contactPointId: '$2::uuid', from: '$3::timestamptz' },
});

export function closedByRoom(
  closures: readonly RoomClosure[],
  roomIds: readonly string[],
  between: TimeRange,
): Map<string, TimeRange[]> {
  const closed = closures.map((closure) => ({ ...closure, ranges: closedRanges(closure, between) }));
  const ofRoom = (id: string) => closed.filter(({ roomId }) => roomId === null || roomId === id);
  return new Map(roomIds.map((id) => [id, ofRoom(id).flatMap(({ ranges }) => ranges)]));
}

@Injectable()
export class ClosuresReader {
  constructor(private readonly source: DataSource) {}

  /** When each of these rooms is closed for the groups of a contact point, and whether there are servers, but none is open. */
  async closedFor(
    { contactPointId, roomIds }: { contactPointId: string; roomIds: readonly string[] },
    between: TimeRange,
    manager: EntityManager,
  ): Promise<{ closed: Map<string, TimeRange[]>; noServerOpen: boolean }> {
    const [row] = await manager.query<{ closures: RoomClosure[]; noServerOpen: boolean | null }[]>(
      `SELECT ${CLOSURES_OF_ROOMS} AS closures, (SELECT NOT bool_or(is_open) FROM meeting_servers) AS "noServerOpen"`,
      [roomIds, contactPointId, between.start.toString()],
    );
    const closed = closedByRoom(row?.closures ?? [], roomIds, between);
    return { closed, noServerOpen: row?.noServerOpen === true };
  }

  /** What can close one of these rooms from an instant on for the groups of a contact point. */
  async closuresFor(
    { contactPointId, roomIds }: { contactPointId: string; roomIds: readonly string[] },
    from: Temporal.Instant,
    manager: EntityManager = this.source.manager,
  ): Promise<RoomClosure[]> {
    const [row] = await manager.query<{ closures: RoomClosure[] }[]>(
      `SELECT ${CLOSURES_OF_ROOMS} AS closures`,
      [roomIds, contactPointId, from.toString()],
    );
    return row?.closures ?? [];
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
