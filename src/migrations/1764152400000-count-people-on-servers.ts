import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many people are on a server all day long stands in the index: beside a refusal every date of the day counts, and
 * in a large house each of them lies on another page of the table.
 */
export class CountPeopleOnServers1764152400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX occurrences_on_server');
    await runner.query(
      `CREATE INDEX occurrences_on_server ON occurrences (server_id, lower(during), upper(during))
         INCLUDE (during, expected_participants, id) WHERE state = 'planned'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX occurrences_on_server');
    await runner.query(
      `CREATE INDEX occurrences_on_server ON occurrences (server_id, lower(during), upper(during)) WHERE state = 'planned'`,
    );
  }
}
