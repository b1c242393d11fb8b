import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people were told of a date names its PIN too, behind the numbers; of those told before, the PIN of today. */
export class NotePins1764174000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE date_times d SET numbers = d.numbers || m.pin::text FROM meetings m
      WHERE m.occurrence_id = d.occurrence_id AND m.pin IS NOT NULL AND d.numbers <> '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE date_times d SET numbers = trim_array(d.numbers, 1) FROM meetings m
      WHERE m.occurrence_id = d.occurrence_id AND m.pin IS NOT NULL AND d.numbers <> '{}'`);
  }
}
