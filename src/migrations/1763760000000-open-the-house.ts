import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first tables, room by room from left to right. */
export class OpenTheHouse1763760000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(platform);
    await runner.query(contactPoints);
    await runner.query(groups);
    await runner.query(access);
    await runner.query(rooms);
    await runner.query(reservations);
    await runner.query(meetingsAndInvitations);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first step has nothing before it: restore a backup instead.'));
  }
}

const platform = `
CREATE TABLE mails (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  about uuid NOT NULL,
  sequence int NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'queued',
  detail text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  CONSTRAINT mails_once UNIQUE (kind, about, sequence)
);
CREATE TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);`;

const contactPoints = `
CREATE TABLE contact_points (
  id uuid PRIMARY KEY,
  slug text NOT NULL CONSTRAINT contact_points_slug UNIQUE,
  name text NOT NULL,
  town text NOT NULL,
  phone text NOT NULL,
  email text NOT NULL,
  opening_hours text NOT NULL,
  wording text NOT NULL DEFAULT 'de-sie',
  website text NOT NULL,
  imprint_url text NOT NULL,
  privacy_url text NOT NULL,
  origins text[] NOT NULL DEFAULT '{}',
  default_minutes int NOT NULL DEFAULT 120,
  opens_at text NOT NULL DEFAULT '07:00',
  closes_at text NOT NULL DEFAULT '23:00',
  horizon_months int NOT NULL DEFAULT 12,
  door_opens_minutes int NOT NULL DEFAULT 15,
  allows_information boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1
);
CREATE TABLE staff_members (
  id uuid PRIMARY KEY,
  contact_point_id uuid CONSTRAINT staff_members_contact_point REFERENCES contact_points (id),
  name text NOT NULL,
  email text NOT NULL,
  email_key text NOT NULL CONSTRAINT staff_members_email UNIQUE,
  password_hash text NOT NULL
);
CREATE TABLE agreements (
  contact_point_id uuid NOT NULL CONSTRAINT agreements_contact_point REFERENCES contact_points (id),
  version int NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (contact_point_id, version)
);`;

const groups = `
CREATE TABLE groups (
  id uuid PRIMARY KEY,
  contact_point_id uuid NOT NULL CONSTRAINT groups_contact_point REFERENCES contact_points (id),
  label text NOT NULL,
  topic text,
  state text NOT NULL DEFAULT 'active',
  access_from date NOT NULL,
  access_until date,
  created_at timestamptz NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT groups_state CHECK (state IN ('active', 'paused', 'ended'))
);
CREATE INDEX groups_of_contact_point ON groups (contact_point_id, id);
CREATE TABLE people (
  id uuid PRIMARY KEY,
  contact_point_id uuid NOT NULL CONSTRAINT people_contact_point REFERENCES contact_points (id),
  name text NOT NULL,
  email text NOT NULL,
  email_key text NOT NULL,
  CONSTRAINT people_email UNIQUE (contact_point_id, email_key)
);
CREATE TABLE representatives (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL CONSTRAINT representatives_group REFERENCES groups (id),
  person_id uuid NOT NULL CONSTRAINT representatives_person REFERENCES people (id),
  state text NOT NULL DEFAULT 'active',
  CONSTRAINT representatives_once UNIQUE (group_id, person_id)
);
CREATE INDEX representatives_of_person ON representatives (person_id);`;

const access = `
CREATE TABLE sign_ins (
  id uuid PRIMARY KEY,
  contact_point_id uuid NOT NULL CONSTRAINT sign_ins_contact_point REFERENCES contact_points (id),
  person_id uuid CONSTRAINT sign_ins_person REFERENCES people (id),
  wrong_tries int NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL CONSTRAINT sessions_token UNIQUE,
  person_id uuid CONSTRAINT sessions_person REFERENCES people (id),
  staff_member_id uuid CONSTRAINT sessions_staff_member REFERENCES staff_members (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT sessions_of_one CHECK (num_nonnulls(person_id, staff_member_id) = 1)
);
CREATE TABLE agreement_acceptances (
  person_id uuid NOT NULL CONSTRAINT agreement_acceptances_person REFERENCES people (id),
  version int NOT NULL,
  accepted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, version)
);`;

const rooms = `
CREATE TABLE rooms (
  id uuid PRIMARY KEY,
  contact_point_id uuid CONSTRAINT rooms_contact_point REFERENCES contact_points (id),
  name text NOT NULL,
  kind text NOT NULL,
  seats int NOT NULL,
  position int NOT NULL DEFAULT 0,
  CONSTRAINT rooms_kind CHECK (kind IN ('talk', 'group', 'information', 'practice'))
);`;

// The exclusion constraint is made with its table: building it later locks a full table for minutes. Nothing reads
// through its index; questions go through the b-tree on the start (docs/decisions/0005).
const reservations = `
CREATE TABLE reservations (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL CONSTRAINT reservations_group REFERENCES groups (id),
  made_by uuid NOT NULL CONSTRAINT reservations_made_by REFERENCES people (id),
  calendar_uid text NOT NULL CONSTRAINT reservations_calendar_uid UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1
);
CREATE TABLE occurrences (
  id uuid PRIMARY KEY,
  reservation_id uuid NOT NULL CONSTRAINT occurrences_reservation REFERENCES reservations (id),
  group_id uuid NOT NULL CONSTRAINT occurrences_group REFERENCES groups (id),
  room_id uuid NOT NULL CONSTRAINT occurrences_room REFERENCES rooms (id),
  during tstzrange NOT NULL,
  state text NOT NULL DEFAULT 'planned',
  reason text,
  expected_participants int NOT NULL,
  sequence int NOT NULL DEFAULT 0,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT occurrences_state CHECK (state IN ('planned', 'cancelled', 'leftOut')),
  CONSTRAINT occurrences_length CHECK (upper(during) - lower(during) BETWEEN interval '1 minute' AND interval '12 hours'),
  CONSTRAINT occurrences_no_double_booking EXCLUDE USING gist (room_id WITH =, during WITH &&) WHERE (state = 'planned')
);
CREATE INDEX occurrences_holding ON occurrences (room_id, lower(during)) WHERE state = 'planned';
CREATE INDEX occurrences_of_group ON occurrences (group_id, lower(during));
CREATE INDEX occurrences_of_reservation ON occurrences (reservation_id);`;

const meetingsAndInvitations = `
CREATE TABLE meetings (
  occurrence_id uuid PRIMARY KEY CONSTRAINT meetings_occurrence REFERENCES occurrences (id),
  room_name text NOT NULL CONSTRAINT meetings_room_name UNIQUE
);
CREATE TABLE invitees (
  id uuid PRIMARY KEY,
  occurrence_id uuid NOT NULL CONSTRAINT invitees_occurrence REFERENCES occurrences (id),
  name text,
  email text NOT NULL,
  email_key text NOT NULL,
  link_hash bytea NOT NULL CONSTRAINT invitees_link UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT invitees_email UNIQUE (occurrence_id, email_key)
);`;
