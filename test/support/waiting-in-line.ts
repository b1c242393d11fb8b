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
      await eventually(() => waitingFor(client), answers.length);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  return Promise.all(answers);
}

/** How many wait for what this connection holds, also behind others; what the house does beside does not count. */
export async function waitingFor(holder: pg.Client): Promise<number> {
  const { rows } = await holder.query(
    `WITH RECURSIVE waiting (pid) AS (
       SELECT pg_backend_pid()
       UNION
       SELECT l.pid FROM pg_locks l JOIN waiting w ON w.pid = ANY (pg_blocking_pids(l.pid)) WHERE NOT l.granted)
     SELECT pid FROM waiting WHERE pid <> pg_backend_pid()`,
  );
  return rows.length;
}
