import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { weekOf } from '../kernel/local-time.js';
import { isBefore, rangeOfMillis, spanOf, type TimeRange } from '../kernel/time-range.js';
import { closedByRoom, closuresInJson, type RoomClosure } from '../rooms/closures.reader.js';
import { busyTimes, millisOf, type BusyTimes } from './domain/busy-times.js';
import { levelsOf } from './domain/capacity.js';
import { NOTHING_HELD, type Occupancy, type OwnDate, type ServerLoad } from './domain/occupancy.js';
import { ownDate } from './domain/quota.js';
import { LONGEST_DATE, LONGEST_HOLD } from './reservations.reader.js';

export interface OccupancyQuestion {
  groupId: string;
  contactPointId: string;
  roomIds: readonly string[];
  /** The stretches of time that matter. */
  windows: readonly TimeRange[];
  /** Dates that are about to move and so stand in nobody's way. */
  except: readonly string[];
}

/** Instants as milliseconds since 1970, lists as PostgreSQL's JSON: nothing is made into objects twice. */
interface OccupancyRow {
  closures: RoomClosure[];
  taken: [roomId: string, start: number, end: number][];
  own: [start: number, end: number, minutes: number][];
  servers: (Omit<ServerLoad, 'levels'> & { met: [start: number, end: number, people: number][] })[];
}

const millis = (expression: string) => `(extract(epoch FROM ${expression}) * 1000)::bigint`;

const ASKED = 'unnest($1::timestamptz[], $2::timestamptz[]) AS w (start, until)';

// Each part finds its rows by their beginning, through a b-tree, and by hand: PostgreSQL plans this question once, for
// every number of rooms and stretches, and would otherwise read all that a room has ever held. OFFSET 0 keeps it so.
const OCCUPANCY = `
  SELECT
    (SELECT coalesce(json_agg(json_build_array(r.id, ${millis('held.start')}, ${millis('held.until')})), '[]')
     FROM ${ASKED} CROSS JOIN unnest($3::uuid[]) AS r (id) CROSS JOIN LATERAL (
       SELECT lower(o.holds) AS start, upper(o.holds) AS until FROM occurrences o
       WHERE o.room_id = r.id AND o.state = 'planned' AND lower(o.during) >= w.start - ${LONGEST_HOLD}
         AND lower(o.during) < w.until AND upper(o.holds) > w.start AND o.id <> ALL ($4) OFFSET 0) AS held) AS taken,
    (SELECT coalesce(json_agg(json_build_array(${millis('lower(o.during)')}, ${millis('upper(o.during)')},
       (extract(epoch FROM upper(o.during) - lower(o.during)) / 60)::int - o.extended_minutes)), '[]')
     FROM occurrences o WHERE o.group_id = $5 AND o.state = 'planned'
       AND lower(o.during) >= $6::timestamptz - ${LONGEST_DATE} AND lower(o.during) < $7 AND o.id <> ALL ($4)) AS own,
    (SELECT coalesce(json_agg(json_build_object('id', s.id, 'capacity', s.capacity_participants, 'isOpen', s.is_open,
       'met', (
       SELECT coalesce(json_agg(json_build_array(${millis('met.start')}, ${millis('met.until')}, met.people)), '[]')
       FROM ${ASKED} CROSS JOIN LATERAL (
         SELECT greatest(lower(o.during), w.start) AS start, least(upper(o.during), w.until) AS until,
           sum(o.expected_participants)::int AS people FROM occurrences o
         WHERE o.server_id = s.id AND o.state = 'planned' AND lower(o.during) >= w.start - ${LONGEST_DATE}
           AND lower(o.during) < w.until AND upper(o.during) > w.start AND o.id <> ALL ($4) GROUP BY 1, 2) AS met))
       ORDER BY s.slug), '[]')
     FROM meeting_servers s) AS servers,
    ${closuresInJson({ roomIds: '$3::uuid[]', contactPointId: '$8::uuid', from: '($1::timestamptz[])[1]' })} AS closures`;

/** What is already held, as far as it can stand in the way of a wish. */
@Injectable()
export class OccupancyReader {
  constructor(private readonly source: DataSource) {}

  /** Within a transaction that holds the locks give its `manager`: then nothing changes until it ends. */
  async read(question: OccupancyQuestion, manager: EntityManager = this.source.manager): Promise<Occupancy> {
    const { roomIds, except, groupId } = question;
    const windows = apart(question.windows);
    const span = spanOf(windows);
    if (!span) return NOTHING_HELD;
    const weeks = weeksOf(span);
    const [row] = await manager.query<OccupancyRow[]>(OCCUPANCY, [
      ...[startsOf(windows), endsOf(windows), roomIds, except, groupId],
      ...[weeks.start.toString(), weeks.end.toString(), question.contactPointId],
    ]);
    if (!row) return NOTHING_HELD;
    const closed = closedOf(closedByRoom(row.closures, roomIds, span));
    return { closed, taken: takenOf(row), own: ownOf(row), servers: serversOf(row) };
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

function takenOf(row: OccupancyRow): Map<string, BusyTimes> {
  const ofRoom = Map.groupBy(row.taken, ([roomId]) => roomId);
  return new Map([...ofRoom].map(([id, taken]) => [id, busyTimes(taken.map(([, ...times]) => times))]));
}

function closedOf(closed: ReadonlyMap<string, TimeRange[]>): Map<string, BusyTimes> {
  return new Map([...closed].map(([id, ranges]) => [id, busyTimes(ranges.map(millisOf))]));
}

function ownOf(row: OccupancyRow): OwnDate[] {
  return row.own.map(([start, end, minutes]) => ownDate(rangeOfMillis(start, end), minutes));
}

function serversOf(row: OccupancyRow): ServerLoad[] {
  return row.servers.map(({ met, ...server }) => ({
    ...server,
    levels: levelsOf(
      met.flatMap(([start, end, people]) => [[start, people] as const, [end, -people] as const]),
    ),
  }));
}
