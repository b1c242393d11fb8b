import { z } from 'zod';
import { wallTimeOf } from '../kernel/local-time.js';
import { minutesOf, rangeBetween } from '../kernel/time-range.js';
import type { ClosureRow } from '../rooms/closures.reader.js';
import type { HitRow, Hits } from './closure-hits.reader.js';
import { endOfWall, startOfWall } from './domain/closure-walls.js';

const wallTime = z.strictObject({ date: z.iso.date(), time: z.string() });

export const closureView = z.strictObject({
  id: z.uuid(),
  scope: z.enum(['room', 'contactPoint', 'house']),
  roomId: z.uuid().optional(),
  roomName: z.string().optional(),
  from: wallTime,
  /** The time may be `24:00`. */
  to: wallTime,
  isYearly: z.boolean(),
  reason: z.string().optional(),
  version: z.int(),
});
export type ClosureView = z.infer<typeof closureView>;

export const closureListView = z.strictObject({
  items: z.array(closureView),
  nextCursor: z.string().nullable(),
});

/** Dates ahead that a closure hits. Who is invited to them is nobody's business here; the group, its own team's. */
export const closureHitsView = z.strictObject({
  hitCount: z.int(),
  /** The first 200 of them. */
  hits: z.array(
    z.strictObject({
      occurrenceId: z.uuid(),
      date: z.iso.date(),
      time: z.string(),
      minutes: z.int(),
      room: z.strictObject({ id: z.uuid(), name: z.string() }),
      group: z.strictObject({ id: z.uuid(), label: z.string() }).optional(),
    }),
  ),
});

export const savedClosureView = z.strictObject({ ...closureView.shape, ...closureHitsView.shape });

export function toClosureView(row: ClosureRow): ClosureView {
  return {
    id: row.id,
    scope: scopeOf(row),
    roomId: row.roomId ?? undefined,
    roomName: row.roomName ?? undefined,
    from: startOfWall(row.startsAt),
    to: endOfWall(row.endsAt),
    isYearly: row.isYearly,
    reason: row.reason ?? undefined,
    version: row.version,
  };
}

/** `limit + 1` rows were asked for: the one too many says that there is a next page. */
export function toClosureListView(rows: ClosureRow[], limit: number): z.infer<typeof closureListView> {
  const items = rows.slice(0, limit).map(toClosureView);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export function toHitsView({ count }: Hits, first: readonly HitRow[]): z.infer<typeof closureHitsView> {
  return { hitCount: count, hits: first.map(toHitView) };
}

function toHitView(hit: HitRow): z.infer<typeof closureHitsView>['hits'][number] {
  const range = rangeBetween(hit);
  return {
    occurrenceId: hit.occurrenceId,
    ...wallTimeOf(range.start),
    minutes: minutesOf(range),
    room: { id: hit.roomId, name: hit.roomName },
    group: hit.group ?? undefined,
  };
}

function scopeOf({ roomId, contactPointId }: ClosureRow): ClosureView['scope'] {
  if (roomId !== null) return 'room';
  return contactPointId === null ? 'house' : 'contactPoint';
}
