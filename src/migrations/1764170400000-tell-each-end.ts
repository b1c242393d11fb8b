import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever was told that a series ends is told again when it comes to end later: the mail says by its sequence on which day,
 * counted from 2000. Those of before told of an end within three weeks.
 */
export class TellEachEnd1764170400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE mails SET sequence = (created_at AT TIME ZONE 'Europe/Berlin')::date + 21 - date '2000-01-01'
      WHERE kind = 'seriesEnds'`);
  }

  /** Of several about the same series the last one stays. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM mails m USING mails l WHERE m.kind = 'seriesEnds' AND l.kind = m.kind AND l.about = m.about
        AND l.concerning = m.concerning AND l.sequence > m.sequence`);
    await runner.query(`UPDATE mails SET sequence = 0 WHERE kind = 'seriesEnds'`);
  }
}
