import pg from 'pg';
import { newId } from '../../src/kernel/id.js';

const template = process.env.STORY_DATABASE_URL ?? '';

export interface StoryDatabase {
  url: string;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A fresh database with all migrations, copied from the template. */
export function copyDatabase(): Promise<StoryDatabase> {
  return makeDatabase('haus');
}

/** A fresh database without anything. */
export function emptyDatabase(): Promise<StoryDatabase> {
  return makeDatabase('template0');
}

async function makeDatabase(from: 'haus' | 'template0'): Promise<StoryDatabase> {
  const name = `story_${newId().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${from}`);
  const url = template.replace(/\/haus$/, `/${name}`);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // A connection that is still saying goodbye when its database is dropped: nobody waits for it.
  pool.on('error', () => undefined);
  return {
    url,
    query: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    async drop() {
      await pool.end();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** PostgreSQL copies a template only while nobody else does: workers take turns. */
async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: template.replace(/\/haus$/, '/postgres') });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
