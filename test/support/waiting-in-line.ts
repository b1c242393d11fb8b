import pg from 'pg';
import { eventually } from './mail-rows.js';
import type { StoryHouse } from './story-house.js';

/**
 * Holds a reservation while people do something with it, and lets them go in the order in which they came. Returns their
 * answers.
 */
export async function oneAfterTheOther<T>(
  { database }: StoryHouse,
  reservationId: string,
  deeds: (() => Promise<T>)[],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const answers: Promise<T>[] = [];
  try {
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM reservations WHERE id = $1 FOR NO KEY UPDATE', [reservationId]);
    for (const deed of deeds) {
      answers.push(deed());
      await eventually(() => waiting(database), answers.length);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  return Promise.all(answers);
}

async function waiting(database: StoryHouse['database']): Promise<number> {
  const rows = await database.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length;
}
