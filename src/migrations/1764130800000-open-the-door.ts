import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Servers with all that the door needs to know of them, PINs for the telephone, head counts, and who was turned away. */
export class OpenTheDoor1764130800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(servers);
    await runner.query(meetings);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE turned_away;
      ALTER TABLE meetings DROP COLUMN pin, DROP COLUMN most_heads, DROP COLUMN heads, DROP COLUMN heads_at;
      ALTER TABLE meeting_servers DROP COLUMN base_url, DROP COLUMN xmpp_domain, DROP COLUMN muc_domain,
        DROP COLUMN issuer, DROP COLUMN audience, DROP COLUMN profile, DROP COLUMN has_lobby, DROP COLUMN dial_in,
        DROP COLUMN secret_hash, DROP COLUMN is_configured, DROP COLUMN version;`);
  }
}

// The server that takes dates so far is the one that the configuration names: the next start fills in its facts.
const servers = `
ALTER TABLE meeting_servers
  ADD COLUMN base_url text NOT NULL DEFAULT '',
  ADD COLUMN xmpp_domain text NOT NULL DEFAULT 'meet.jitsi',
  ADD COLUMN muc_domain text NOT NULL DEFAULT 'muc.meet.jitsi',
  ADD COLUMN issuer text NOT NULL DEFAULT 'virtuelles-haus',
  ADD COLUMN audience text NOT NULL DEFAULT 'jitsi',
  ADD COLUMN profile text NOT NULL DEFAULT 'P1',
  ADD COLUMN has_lobby boolean NOT NULL DEFAULT false,
  ADD COLUMN dial_in jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN secret_hash bytea,
  ADD COLUMN is_configured boolean NOT NULL DEFAULT false,
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD CONSTRAINT meeting_servers_profile CHECK (profile IN ('P0', 'P1', 'P2', 'P3'));
UPDATE meeting_servers SET is_configured = is_open;`;

const meetings = `
ALTER TABLE meetings
  ADD COLUMN pin int,
  ADD COLUMN most_heads int,
  ADD COLUMN heads int,
  ADD COLUMN heads_at timestamptz,
  ADD CONSTRAINT meetings_pin_digits CHECK (pin BETWEEN 100000000 AND 999999999);
CREATE UNIQUE INDEX meetings_pin ON meetings (pin) WHERE pin IS NOT NULL;
CREATE INDEX meetings_with_heads ON meetings (heads_at) WHERE heads_at IS NOT NULL;
CREATE TABLE turned_away (
  occurrence_id uuid NOT NULL CONSTRAINT turned_away_meeting REFERENCES meetings (occurrence_id) ON DELETE CASCADE,
  participant_id text NOT NULL,
  CONSTRAINT turned_away_pkey PRIMARY KEY (occurrence_id, participant_id)
);`;
