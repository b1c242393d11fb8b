import { Injectable } from '@nestjs/common';
import { weekOf } from '../kernel/local-time.js';
import { isBefore, minutesOf, rangeOfMillis, spanOf, type TimeRange } from '../kernel/time-range.js';
import type { Askable, Tx } from '../platform/database/transactions.js';
import { closedByRoom, closuresAgainst, closuresInJson, type RoomClosure } from '../rooms/closures.reader.js';
import { busyTimes, millisOf, type BusyTimes } from './domain/busy-times.js';
import { levelsOf } from './domain/capacity.js';
import { NOTHING_HELD, type Occupancy, type OwnDate, type ServerLoad } from './domain/occupancy.js';
import { ownDate } from './domain/quota.js';
import { LONGEST_DATE, LONGEST_HOLD } from './reservations.reader.js';

/** SQLSTATE of `require_same`, of a class that is no standard's: something is held that was not when it was looked at. */
export const HELD_SINCE = 'VH001';

export interface OccupancyQuestion {
  groupId: string;
  contactPointId: string;
  roomIds: readonly string[];
  /** The stretches of time that matter. */
  windows: readonly TimeRange[];
  /** Dates that are about to move and so stand in nobody's way. */
  except: readonly string[];
  /** As in Wish. */
  calledOffAt?: Temporal.Instant | undefined;
}

/** What was held at a moment, and how PostgreSQL can tell later whether it still is. */
export interface Look {
  occupancy: Occupancy;
  /** The group's access has ended: it may hold nothing more. */
  hasEnded: boolean;
  /** The question as it was put, and the words of its answer; undefined when nothing was asked. */
  asked: { values: unknown[]; answer: string } | undefined;
}

/** One thing that is held, closed or there; instants in seconds since 1970. */
type OccupancyRow =
  | { kind: 'taken'; id: string; start: number; until: number }
  | { kind: 'own'; id: string; extended: number; start: number; until: number }
  | { kind: 'server'; id: string; people: number; isOpen: boolean }
  /** So many are expected on the server together. */
  | { kind: 'met'; id: string; people: number; start: number; until: number }
  | { kind: 'closures'; closures: RoomClosure[] }
  | { kind: 'ended' };

const seconds = (expression: string) => `date_part('epoch', ${expression})`;

/** So long after a date its room is not free yet. */
const BUFFER = '(SELECT make_interval(mins => buffer_minutes) FROM contact_points WHERE id = $8)';

const ASKED = 'unnest($1::timestamptz[], $2::timestamptz[]) AS w (start, until)';

// Each part finds its rows by their beginning, through a b-tree, and by hand: PostgreSQL plans this question once, for
// every number of rooms and stretches, and would otherwise read all that a room has ever held. OFFSET 0 keeps it so.
const HELD = `(SELECT coalesce(json_agg(held)::text, '[]') FROM (
  SELECT 'taken' AS kind, r.id, ${seconds('held.start')} AS start, ${seconds('held.until')} AS until,
    NULL::int AS people, NULL::int AS extended, NULL::boolean AS "isOpen", NULL::json AS closures
  FROM ${ASKED} CROSS JOIN unnest($3::uuid[]) AS r (id) CROSS JOIN LATERAL (
    SELECT lower(o.holds) AS start, upper(o.holds) AS until FROM occurrences o
    WHERE o.room_id = r.id AND o.state = 'planned' AND lower(o.during) >= w.start - ${LONGEST_HOLD}
      AND lower(o.during) < w.until + ${BUFFER} AND upper(o.holds) > w.start AND o.id <> ALL ($4) OFFSET 0) AS held
  UNION ALL
  SELECT 'own', o.room_id, ${seconds('lower(o.during)')}, ${seconds('upper(o.during)')}, NULL, o.extended_minutes, NULL, NULL
  FROM occurrences o
  WHERE o.group_id = $5 AND o.state = 'planned'
    AND lower(o.during) >= $6::timestamptz - ${LONGEST_DATE} AND lower(o.during) < $7 AND o.id <> ALL ($4)
  UNION ALL
  (SELECT 'server', s.id, NULL, NULL, s.capacity_participants, NULL, s.is_open, NULL FROM meeting_servers s ORDER BY s.slug)
  UNION ALL
  SELECT 'met', s.id, ${seconds('met.start')}, ${seconds('met.until')}, met.people, NULL, NULL, NULL
  FROM ${ASKED} CROSS JOIN meeting_servers s CROSS JOIN LATERAL (
    SELECT greatest(lower(o.during), w.start) AS start, least(upper(o.during), w.until) AS until,
      sum(o.expected_participants)::int AS people FROM occurrences o
    WHERE o.server_id = s.id AND o.state = 'planned' AND lower(o.during) >= w.start - ${LONGEST_DATE}
      AND lower(o.during) < w.until AND upper(o.during) > w.start AND o.id <> ALL ($4) GROUP BY 1, 2) AS met
  UNION ALL
  SELECT 'closures', NULL, NULL, NULL, NULL, NULL, NULL,
    ${closuresInJson({ roomIds: '$3::uuid[]', contactPointId: '$8::uuid', from: '($1::timestamptz[])[1]' })}
  UNION ALL
  SELECT 'ended', NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM groups WHERE id = $5 AND state = 'ended'
  ) AS held)`;

/** What is already held, as far as it can stand in the way of a wish. */
@Injectable()
export class OccupancyReader {
  /** Asked within a transaction that holds the locks nothing changes until that ends. */
  async look(question: OccupancyQuestion, manager: Askable): Promise<Look> {
    const { roomIds, except, groupId } = question;
    const windows = apart(question.windows);
    const span = spanOf(windows);
    if (!span) return { occupancy: NOTHING_HELD, hasEnded: false, asked: undefined };
    const weeks = weeksOf(span);
    const values = [
      ...[startsOf(windows), endsOf(windows), roomIds, except, groupId],
      ...[weeks.start.toString(), weeks.end.toString(), question.contactPointId],
    ];
    const [{ answer } = { answer: '[]' }] = await manager.query<{ answer: string }[]>(
      `SELECT ${HELD} AS answer`,
      values,
    );
    const rows = JSON.parse(answer) as OccupancyRow[];
    const closures = closuresAgainst(rowsOf(rows, 'closures')[0]?.closures ?? [], question.calledOffAt);
    const closed = closedOf(closedByRoom(closures, roomIds, span));
    const occupancy = { closed, taken: takenOf(rows), own: ownOf(rows), servers: serversOf(rows) };
    return { occupancy, hasEnded: rowsOf(rows, 'ended').length > 0, asked: { values, answer } };
  }

  /** For who holds the locks by now. PostgreSQL refuses it with HELD_SINCE when the same question has another answer. */
  async requireSame(tx: Tx, { asked }: Look): Promise<void> {
    if (asked) await tx.query(`SELECT require_same(${HELD}, $9)`, [...asked.values, asked.answer]);
  }
}

/** In their order and merged where they meet: a date must not count twice. */
function apart(windows: readonly TimeRange[]): TimeRange[] {
  const inOrder = [...windows].sort((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds);
  const merged: TimeRange[] = [];
  for (const window of inOrder) {
    const last = merged.at(-1);
    if (!last || isBefore(last.end, window.start)) merged.push(window);
    else if (isBefore(last.end, window.end)) merged.splice(-1, 1, { start: last.start, end: window.end });
  }
  return merged;
}

function startsOf(windows: readonly TimeRange[]): string[] {
  return windows.map(({ start }) => start.toString());
}

function endsOf(windows: readonly TimeRange[]): string[] {
  return windows.map(({ end }) => end.toString());
}

/** Whole weeks, Monday to Sunday: the group's quota counts by them. */
function weeksOf({ start, end }: TimeRange): TimeRange {
  return { start: weekOf(start).start, end: weekOf(end).end };
}

function rowsOf<Kind extends OccupancyRow['kind']>(rows: readonly OccupancyRow[], kind: Kind) {
  return rows.filter((row): row is Extract<OccupancyRow, { kind: Kind }> => row.kind === kind);
}

/** Milliseconds since 1970. */
function millisIn({ start, until }: { start: number; until: number }): [start: number, until: number] {
  return [start * 1000, until * 1000];
}

function takenOf(rows: readonly OccupancyRow[]): Map<string, BusyTimes> {
  const ofRoom = Map.groupBy(rowsOf(rows, 'taken'), ({ id }) => id);
  return new Map([...ofRoom].map(([id, taken]) => [id, busyTimes(taken.map(millisIn))]));
}

function closedOf(closed: ReadonlyMap<string, TimeRange[]>): Map<string, BusyTimes> {
  return new Map([...closed].map(([id, ranges]) => [id, busyTimes(ranges.map(millisOf))]));
}

function ownOf(rows: readonly OccupancyRow[]): OwnDate[] {
  return rowsOf(rows, 'own').map((row) => {
    const range = rangeOfMillis(...millisIn(row));
    return { ...ownDate(range, minutesOf(range) - row.extended), roomId: row.id };
  });
}

function serversOf(rows: readonly OccupancyRow[]): ServerLoad[] {
  const met = Map.groupBy(rowsOf(rows, 'met'), ({ id }) => id);
  return rowsOf(rows, 'server').map(({ id, people: capacity, isOpen }) => {
    const changes = (met.get(id) ?? []).flatMap((row) => {
      const [start, until] = millisIn(row);
      return [[start, row.people] as const, [until, -row.people] as const];
    });
    return { id, capacity, isOpen, levels: levelsOf(changes) };
  });
}
