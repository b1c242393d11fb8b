import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contact points change their facts and rules themselves, and may say how their mails are signed. */
export class LetContactPointsSetRules1764105600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contact_points ADD COLUMN sender_name text, ADD COLUMN reply_to text, ADD COLUMN signature text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contact_points DROP COLUMN sender_name, DROP COLUMN reply_to, DROP COLUMN signature;`);
  }
}
