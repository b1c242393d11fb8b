import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who holds rooms has looked before and locks what is scarce now: this refuses the whole transaction when the answer to
 * the same question is another one by then. VH001 is of a class that SQL leaves to us.
 */
export class HoldAsSeen1764156000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION require_same(answer text, seen text) RETURNS void LANGUAGE plpgsql AS $$
       BEGIN
         IF answer IS DISTINCT FROM seen THEN RAISE EXCEPTION 'held since' USING ERRCODE = 'VH001'; END IF;
       END $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION require_same');
  }
}
