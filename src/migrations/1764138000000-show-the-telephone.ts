import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups choose whether number and PIN of a date stand in its mails. */
export class ShowTheTelephone1764138000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE groups ADD COLUMN shows_dial_in boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE groups DROP COLUMN shows_dial_in');
  }
}
