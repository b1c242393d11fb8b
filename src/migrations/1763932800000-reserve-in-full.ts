import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Series, rules of each contact point, capacity of the Jitsi servers, closures and the calendar of a group. */
export class ReserveInFull1763932800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Answers are sealed from now on: those that lie open are made again from their results.
    await runner.query('UPDATE remembered_answers SET status = NULL, answer = NULL');
    await runner.query(rules);
    await runner.query(rooms);
    await runner.query(series);
    await runner.query(holding);
    await runner.query(calendar);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Series and moved dates would be lost: restore a backup instead.'));
  }
}

const rules = `
ALTER TABLE contact_points
  ADD COLUMN land text NOT NULL DEFAULT 'NW',
  ADD COLUMN shortest_minutes int NOT NULL DEFAULT 30,
  ADD COLUMN longest_minutes int NOT NULL DEFAULT 240,
  ADD COLUMN buffer_minutes int NOT NULL DEFAULT 0,
  ADD COLUMN most_rooms_at_once int NOT NULL DEFAULT 2,
  ADD COLUMN most_weekly_minutes int NOT NULL DEFAULT 600;
ALTER TABLE contact_points
  ADD CONSTRAINT contact_points_land CHECK (land IN ('BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP',
    'SH', 'SL', 'SN', 'ST', 'TH')),
  ADD CONSTRAINT contact_points_length CHECK (1 <= shortest_minutes AND shortest_minutes <= longest_minutes
    AND longest_minutes <= 720),
  ADD CONSTRAINT contact_points_buffer CHECK (buffer_minutes BETWEEN 0 AND 120),
  ADD CONSTRAINT contact_points_share CHECK (most_rooms_at_once >= 1 AND most_weekly_minutes >= 30),
  ADD CONSTRAINT contact_points_hours CHECK (opens_at ~ '^([01][0-9]|2[0-3]):(00|15|30|45)$'
    AND closes_at ~ '^(([01][0-9]|2[0-3]):(00|15|30|45)|24:00)$');`;

const rooms = `
CREATE TABLE meeting_servers (
  id uuid PRIMARY KEY,
  slug text NOT NULL CONSTRAINT meeting_servers_slug UNIQUE,
  capacity_participants int NOT NULL,
  is_open boolean NOT NULL DEFAULT true
);
CREATE TABLE closures (
  id uuid PRIMARY KEY,
  contact_point_id uuid CONSTRAINT closures_contact_point REFERENCES contact_points (id),
  room_id uuid CONSTRAINT closures_room REFERENCES rooms (id),
  starts_at timestamp NOT NULL,
  ends_at timestamp NOT NULL,
  is_yearly boolean NOT NULL DEFAULT false,
  reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT closures_order CHECK (starts_at < ends_at)
);
CREATE INDEX closures_of_contact_point ON closures (contact_point_id);`;

// 128 random bits need no index to be unique, and an index of random text costs every booking. The server is named
// without a foreign key: every booking of the house would lock the one row of its server.
const series = `
ALTER TABLE reservations ADD COLUMN series jsonb, DROP CONSTRAINT reservations_calendar_uid;
ALTER TABLE occurrences
  ADD COLUMN server_id uuid,
  ADD COLUMN series_date date,
  ADD COLUMN holds tstzrange,
  ADD COLUMN extended_minutes int NOT NULL DEFAULT 0,
  ADD COLUMN cancelled_at timestamptz;
UPDATE occurrences SET holds = during, series_date = (lower(during) AT TIME ZONE 'Europe/Berlin')::date;
ALTER TABLE occurrences
  ALTER COLUMN series_date SET NOT NULL,
  ALTER COLUMN holds SET NOT NULL,
  ADD CONSTRAINT occurrences_hold_the_room CHECK (holds @> during AND lower(holds) = lower(during));`;

// A date holds its room a little longer than people meet, so the constraint speaks of "holds" from now on.
const holding = `
ALTER TABLE occurrences DROP CONSTRAINT occurrences_no_double_booking;
ALTER TABLE occurrences ADD CONSTRAINT occurrences_no_double_booking
  EXCLUDE USING gist (room_id WITH =, holds WITH &&) WHERE (state = 'planned');
CREATE INDEX occurrences_on_server ON occurrences (server_id, lower(during)) WHERE state = 'planned';`;

const calendar = `
CREATE TABLE calendar_feeds (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL CONSTRAINT calendar_feeds_group REFERENCES groups (id),
  person_id uuid NOT NULL CONSTRAINT calendar_feeds_person REFERENCES people (id),
  token_hash bytea NOT NULL CONSTRAINT calendar_feeds_token UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT calendar_feeds_once UNIQUE (group_id, person_id)
);`;
