import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People are invited to a date or to a whole series, invitations can be withdrawn, and a group may keep its list. What
 * was told of a date's time is kept, so that a mail can name the old one.
 */
export class InviteToSeries1764116400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const step of [invitees, changes, keptLists]) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE kept_invitees, kept_lists, invitation_counts, series_changes, date_times;
      DELETE FROM invitees WHERE occurrence_id IS NULL;
      ALTER TABLE invitees
        DROP CONSTRAINT invitees_to_one,
        DROP COLUMN reservation_id,
        DROP COLUMN withdrawn_at,
        DROP COLUMN link_version,
        DROP COLUMN ended_links,
        DROP COLUMN retold,
        DROP COLUMN grid,
        DROP COLUMN reply,
        DROP COLUMN replied_at,
        ALTER COLUMN occurrence_id SET NOT NULL;`);
  }
}

const invitees = `
ALTER TABLE invitees
  ALTER COLUMN occurrence_id DROP NOT NULL,
  ADD COLUMN reservation_id uuid CONSTRAINT invitees_reservation REFERENCES reservations (id),
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN link_version int NOT NULL DEFAULT 0,
  ADD COLUMN ended_links bytea[] NOT NULL DEFAULT '{}',
  ADD COLUMN retold int NOT NULL DEFAULT 0,
  ADD COLUMN grid jsonb,
  ADD COLUMN reply text,
  ADD COLUMN replied_at timestamptz,
  ADD CONSTRAINT invitees_to_one CHECK (num_nonnulls(occurrence_id, reservation_id) = 1),
  ADD CONSTRAINT invitees_reply CHECK (reply IN ('yes', 'no')),
  ADD CONSTRAINT invitees_email_of_series UNIQUE (reservation_id, email_key);
CREATE INDEX invitees_ended_links ON invitees USING gin (ended_links);`;

const changes = `
CREATE TABLE date_times (
  occurrence_id uuid NOT NULL CONSTRAINT date_times_occurrence REFERENCES occurrences (id) ON DELETE CASCADE,
  noted_at timestamptz NOT NULL DEFAULT now(),
  during tstzrange NOT NULL,
  PRIMARY KEY (occurrence_id, noted_at)
);
CREATE TABLE series_changes (
  reservation_id uuid NOT NULL CONSTRAINT series_changes_reservation REFERENCES reservations (id) ON DELETE CASCADE,
  version int NOT NULL,
  kind text NOT NULL,
  occurrence_ids uuid[] NOT NULL,
  is_any_ahead boolean NOT NULL,
  PRIMARY KEY (reservation_id, version)
);
CREATE TABLE invitation_counts (about uuid, day date, count int NOT NULL, PRIMARY KEY (about, day));`;

const keptLists = `
CREATE TABLE kept_lists (
  group_id uuid PRIMARY KEY CONSTRAINT kept_lists_group REFERENCES groups (id),
  deletes_at timestamptz NOT NULL
);
CREATE TABLE kept_invitees (
  group_id uuid NOT NULL CONSTRAINT kept_invitees_list REFERENCES kept_lists (group_id) ON DELETE CASCADE,
  email_key text NOT NULL,
  name text,
  email text NOT NULL,
  place int NOT NULL,
  PRIMARY KEY (group_id, email_key)
);`;
