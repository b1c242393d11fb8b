import pg from 'pg';
import { eventually } from './mail-rows.js';
import type { StoryHouse } from './story-house.js';

/**
 * Holds a row while people do something that needs it, and lets them go in the order in which they came. Returns their
 * answers.
 */
export async function oneAfterTheOther<T>(
  { database }: StoryHouse,
  held: { table: 'reservations' | 'groups' | 'closures' | 'kept_lists'; id: string },
  deeds: (() => Promise<T>)[],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const answers: Promise<T>[] = [];
  try {
    await client.query('BEGIN');
    const key = held.table === 'kept_lists' ? 'group_id' : 'id';
    await client.query(`SELECT 1 FROM ${held.table} WHERE ${key} = $1 FOR UPDATE`, [held.id]);
    for (const deed of deeds) {
      answers.push(deed());
      await eventually(() => waitingFor(database), answers.length);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  return Promise.all(answers);
}

/** How many connections wait for a lock. */
export async function waitingFor(database: StoryHouse['database']): Promise<number> {
  const rows = await database.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length;
}
