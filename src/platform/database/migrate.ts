import { DataSource } from 'typeorm';
import { CannotStart } from '../config/config.js';
import { databaseOptions } from './database-options.js';

const MIGRATION_LOCK = 7_260_002;
const OLDEST_POSTGRES = 15;

/**
 * Brings the database to the schema of this version. Instances that start together queue at an advisory lock.
 * Throws CannotStart when the server is unreachable or too old, or the database is newer than this version.
 */
export async function migrate(url: string): Promise<void> {
  const source = new DataSource({ ...databaseOptions(url), poolSize: 2 });
  await source.initialize().catch((error: unknown) => {
    const { host } = new URL(url);
    throw new CannotStart(`The database at ${host} cannot be reached: ${reasonOf(error)}.`);
  });
  const guard = source.createQueryRunner();
  try {
    await refuseOldServer(source);
    await guard.query('SET lock_timeout = 0');
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewerSchema(source);
    await source.runMigrations();
  } finally {
    await guard.release();
    await source.destroy();
  }
}

async function refuseOldServer(source: DataSource): Promise<void> {
  const [row] = await source.query<{ version: number }[]>(
    "SELECT current_setting('server_version_num')::int / 10000 AS version",
  );
  if (row && row.version < OLDEST_POSTGRES) {
    throw new CannotStart(`PostgreSQL ${OLDEST_POSTGRES} or newer is needed; this one is ${row.version}.`);
  }
}

async function refuseNewerSchema(source: DataSource): Promise<void> {
  const [table] = await source.query<{ name: string | null }[]>(
    "SELECT to_regclass('schema_migrations') AS name",
  );
  if (!table?.name) return;
  const applied = await source.query<{ name: string }[]>(
    'SELECT name FROM schema_migrations ORDER BY timestamp',
  );
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const unknown = applied.find(({ name }) => !known.has(name));
  if (unknown) {
    throw new CannotStart(
      `The database is newer than this version of the house (it knows the step ${unknown.name}). Please update.`,
    );
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? 'no reason given';
}
