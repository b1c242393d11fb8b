import type { StoryHouse } from '../support/story-house.js';
import { wallTimeOf } from './calendar.js';
import type { DateView } from './history.js';
import type { Town } from './town.js';

/** A date as it stands in the database; times in milliseconds since 1970. */
export interface StoredDate {
  id: string;
  reservationId: string;
  groupId: string;
  roomId: string;
  serverId: string | null;
  seriesDate: string;
  state: 'planned' | 'cancelled' | 'leftOut';
  start: number;
  end: number;
  heldUntil: number;
  extendedMinutes: number;
  people: number;
  version: number;
  hasMeeting: boolean;
}

type Database = StoryHouse['database'];

/** All dates of a town at one instant: a single statement sees a single state. */
export function storedDates(database: Database, { contactPointId }: Town): Promise<StoredDate[]> {
  const millis = (expression: string) => `(extract(epoch FROM ${expression}) * 1000)::float8`;
  return database.query<StoredDate>(
    `SELECT o.id, o.reservation_id AS "reservationId", o.group_id AS "groupId", o.room_id AS "roomId",
       o.server_id AS "serverId", o.series_date::text AS "seriesDate", o.state, ${millis('lower(o.during)')} AS start,
       ${millis('upper(o.during)')} AS end, ${millis('upper(o.holds)')} AS "heldUntil",
       o.extended_minutes AS "extendedMinutes", o.expected_participants AS people, o.version,
       EXISTS (SELECT 1 FROM meetings m WHERE m.occurrence_id = o.id) AS "hasMeeting"
     FROM occurrences o JOIN groups g ON g.id = o.group_id WHERE g.contact_point_id = $1`,
    [contactPointId],
  );
}

export async function storedReservations(database: Database, { contactPointId }: Town): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'SELECT w.id FROM reservations w JOIN groups g ON g.id = w.group_id WHERE g.contact_point_id = $1',
    [contactPointId],
  );
  return rows.map(({ id }) => id);
}

/** Jobs that are still to be done, whoever caused them. */
export async function openJobs(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pgboss.job WHERE state IN ('created', 'retry', 'active')
     AND name NOT LIKE '\\_\\_pgboss%'`,
  );
  return row?.count ?? 0;
}

export async function deadlocks(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()',
  );
  return row?.count ?? 0;
}

/** The stored date in the words of an answer. */
export function contentOf(row: StoredDate): Content {
  const { state, roomId, people, version } = row;
  const minutes = (row.end - row.start) / 60_000;
  return { version, state, ...wallTimeOf(row.start), minutes, roomId, people };
}

/** What a date says about itself at one version; a date that is over is still a planned one. */
export interface Content {
  version: number;
  state: 'planned' | 'cancelled' | 'leftOut';
  date: string;
  time: string;
  minutes: number;
  roomId: string;
  people: number;
}

export function contentOfView(view: DateView): Content {
  const { version, date, time, minutes, room, expectedParticipants: people } = view;
  const state = view.state === 'past' ? 'planned' : view.state;
  return { version, state, date, time, minutes, roomId: room.id, people };
}
