import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A closure says since when it leaves the dates standing that it hits, so that a group that calls one of them off may
 * take that back. Of those that were saved before nobody knows: they say nothing, until they are saved again.
 */
export class LeaveDatesStanding1764163200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE closures ADD COLUMN leaves_dates_since timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE closures DROP COLUMN leaves_dates_since');
  }
}
