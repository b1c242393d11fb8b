import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms at Jitsi for a few minutes that no date has booked, and when each slot guard asked last. */
export class TryTheDoor1764134400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trial_slots (
        room_name text PRIMARY KEY,
        server_id uuid NOT NULL CONSTRAINT trial_slots_server REFERENCES meeting_servers ON DELETE CASCADE,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        max_heads int NOT NULL
      )`);
    await runner.query('CREATE INDEX trial_slots_on_server ON trial_slots (server_id)');
    await runner.query(`
      CREATE TABLE guard_beats (
        server_id uuid PRIMARY KEY CONSTRAINT guard_beats_server REFERENCES meeting_servers ON DELETE CASCADE,
        beat_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE guard_beats');
    await runner.query('DROP TABLE trial_slots');
  }
}
