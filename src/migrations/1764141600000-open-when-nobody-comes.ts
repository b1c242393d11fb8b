import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may open a date that no representative comes to, when one came, and which groups have a waiting room. */
export class OpenWhenNobodyComes1764141600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE invitees ADD COLUMN may_open boolean NOT NULL DEFAULT false');
    await runner.query('ALTER TABLE meetings ADD COLUMN moderator_came_at timestamptz');
    await runner.query('ALTER TABLE groups ADD COLUMN has_waiting_room boolean NOT NULL DEFAULT true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE groups DROP COLUMN has_waiting_room');
    await runner.query('ALTER TABLE meetings DROP COLUMN moderator_came_at');
    await runner.query('ALTER TABLE invitees DROP COLUMN may_open');
  }
}
