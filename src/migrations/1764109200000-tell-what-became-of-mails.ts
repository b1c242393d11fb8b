import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each mail was tried and is tried again, who goes first, and how fast the house may send. */
export class TellWhatBecameOfMails1764109200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mails
        ADD COLUMN priority smallint NOT NULL DEFAULT 2,
        ADD COLUMN failures int NOT NULL DEFAULT 0,
        ADD COLUMN first_try_at timestamptz,
        ADD COLUMN last_try_at timestamptz,
        ADD COLUMN next_try_at timestamptz,
        ADD COLUMN held_until timestamptz;
      UPDATE mails SET next_try_at = created_at WHERE state IN ('queued', 'retrying');
      UPDATE mails SET first_try_at = created_at WHERE state = 'retrying';
      ALTER TABLE mails ADD CONSTRAINT mails_next_try
        CHECK ((next_try_at IS NOT NULL) = (state IN ('queued', 'retrying')));
      CREATE INDEX mails_in_line ON mails (priority, created_at, id) WHERE next_try_at IS NOT NULL;
      CREATE INDEX mails_waiting ON mails (about) WHERE next_try_at IS NOT NULL;
      CREATE TABLE mail_pace (
        id smallint PRIMARY KEY CONSTRAINT mail_pace_one_row CHECK (id = 1),
        spent_until timestamptz NOT NULL,
        failures int NOT NULL DEFAULT 0,
        rests_until timestamptz,
        bounces_read_at timestamptz NOT NULL
      );
      INSERT INTO mail_pace (id, spent_until, bounces_read_at) VALUES (1, 'epoch', 'epoch');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail_pace;
      DROP INDEX mails_in_line, mails_waiting;
      ALTER TABLE mails
        DROP CONSTRAINT mails_next_try,
        DROP COLUMN priority,
        DROP COLUMN failures,
        DROP COLUMN first_try_at,
        DROP COLUMN last_try_at,
        DROP COLUMN next_try_at,
        DROP COLUMN held_until;`);
  }
}
