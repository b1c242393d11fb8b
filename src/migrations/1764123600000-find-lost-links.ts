import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has lost a link is found by the address, known or not, without a walk through all invitees. */
export class FindLostLinks1764123600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX invitees_of_address ON invitees (email_key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX invitees_of_address');
  }
}
