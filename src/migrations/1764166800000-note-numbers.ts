import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people were told of a date names its telephone numbers too; of those told before, the numbers of today. */
export class NoteNumbers1764166800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE date_times ADD COLUMN numbers text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`
      UPDATE date_times d SET numbers = ARRAY(
        SELECT n ->> 'formattedNumber' FROM jsonb_array_elements(s.dial_in) n)
      FROM occurrences o JOIN meeting_servers s ON s.id = o.server_id JOIN meetings m ON m.occurrence_id = o.id
      WHERE o.id = d.occurrence_id AND m.pin IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE date_times DROP COLUMN numbers');
  }
}
