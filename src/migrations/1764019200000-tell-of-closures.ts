import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A representative gets a mail about each closure: a row names both. */
export class TellOfClosures1764019200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mails ADD COLUMN concerning uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
      ALTER TABLE mails DROP CONSTRAINT mails_once;
      ALTER TABLE mails ADD CONSTRAINT mails_once UNIQUE (kind, about, sequence, concerning);`);
  }

  /** What concerns something has no place in the older table. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM mails WHERE concerning <> '00000000-0000-0000-0000-000000000000';
      ALTER TABLE mails DROP CONSTRAINT mails_once;
      ALTER TABLE mails ADD CONSTRAINT mails_once UNIQUE (kind, about, sequence);
      ALTER TABLE mails DROP COLUMN concerning;`);
  }
}
