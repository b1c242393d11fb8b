import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was answered to a request that carried an Idempotency-Key, kept for 24 hours. */
export class RememberAnswers1763846400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE remembered_answers (
        caller uuid NOT NULL,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        result jsonb,
        status int,
        answer text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (caller, key)
      );
      CREATE INDEX remembered_answers_by_age ON remembered_answers (created_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE remembered_answers');
  }
}
