import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instead of a taken room the smallest ones that fit are offered: found in their order, and not by sorting all. */
export class FindRoomsBySize1764129000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX rooms_by_size ON rooms (contact_point_id, seats, position, name)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX rooms_by_size');
  }
}
