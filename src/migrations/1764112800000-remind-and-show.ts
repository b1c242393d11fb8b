import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups choose their reminders and whether their name is shown; what has become undeliverable is found at once. */
export class RemindAndShow1764112800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE groups
        ADD COLUMN reminders text[] NOT NULL DEFAULT '{dayBefore}',
        ADD COLUMN shows_label boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT groups_reminders CHECK (reminders <@ ARRAY['dayBefore', 'hourBefore']);
      ALTER TABLE agreements ADD COLUMN published_at timestamptz;
      UPDATE agreements SET published_at = 'epoch';
      ALTER TABLE agreements
        ALTER COLUMN published_at SET DEFAULT now(),
        ALTER COLUMN published_at SET NOT NULL;
      CREATE INDEX mails_undeliverable ON mails (about) WHERE state = 'undeliverable';
      CREATE TABLE unreached_notices (
        concerning uuid,
        day date,
        count int NOT NULL,
        PRIMARY KEY (concerning, day)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE unreached_notices;
      DROP INDEX mails_undeliverable;
      ALTER TABLE agreements DROP COLUMN published_at;
      ALTER TABLE groups DROP COLUMN reminders, DROP COLUMN shows_label;`);
  }
}
