import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who meets on a server at a time may have begun twelve hours before. With the end beside the beginning the index tells
 * who still meets, and the meetings of the evening before are not read.
 */
export class SeeWhoStillMeets1764127200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX occurrences_on_server');
    await runner.query(
      `CREATE INDEX occurrences_on_server ON occurrences (server_id, lower(during), upper(during)) WHERE state = 'planned'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX occurrences_on_server');
    await runner.query(
      `CREATE INDEX occurrences_on_server ON occurrences (server_id, lower(during)) WHERE state = 'planned'`,
    );
  }
}
