import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../../src/platform/database/database-options.js';
import { migrate } from '../../../src/platform/database/migrate.js';
import { copyDatabase, type StoryDatabase } from '../../support/database.js';

const SOURCE = join(import.meta.dirname, '..', '..', '..', 'src');

jest.setTimeout(60_000);

let database: StoryDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await copyDatabase();
  const files = globSync('**/*.entity.ts', { cwd: SOURCE }).map((file) => join(SOURCE, file));
  const rooms = (await Promise.all(files.map((file) => import(file)))) as Record<string, unknown>[];
  const entities = rooms.flatMap((room) => Object.values(room)).filter((value) => value instanceof Function);
  source = new DataSource({ ...databaseOptions(database.url), entities });
  await source.initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

describe('Entities and migrations', () => {
  it('agree: a generated migration would be empty', async () => {
    const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    expect(downQueries.map(({ query }) => query)).toEqual([]);
  });

  it('speak of the same tables', async () => {
    const tables = await database.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const written = ['rate_limits', 'schema_migrations'];
    const ofEntities = source.entityMetadatas.map(({ tableName }) => tableName);
    expect(tables.map(({ name }) => name)).toEqual([...ofEntities, ...written].sort());
  });

  it('are applied once: migrating again changes nothing', async () => {
    const applied = () => database.query('SELECT * FROM schema_migrations ORDER BY id');
    const before = await applied();
    await migrate(database.url);
    expect(await applied()).toEqual(before);
  });
});

describe('The database itself', () => {
  it('forbids two planned dates in one room at one time (P1)', async () => {
    const [constraint] = await database.query<{ definition: string; deferrable: boolean }>(
      `SELECT pg_get_constraintdef(oid) AS definition, condeferrable AS deferrable FROM pg_constraint
       WHERE conname = 'occurrences_no_double_booking'`,
    );
    expect(constraint?.definition).toBe(
      `EXCLUDE USING gist (room_id WITH =, holds WITH &&) WHERE ((state = 'planned'::text))`,
    );
    expect(constraint?.deferrable).toBe(false);
  });

  it('speaks UTC and waits two seconds for a lock, whatever the server is set to', async () => {
    const [settings] = await source.query<{ zone: string; wait: string }[]>(
      `SELECT current_setting('TimeZone') AS zone, current_setting('lock_timeout') AS wait`,
    );
    expect(settings).toEqual({ zone: 'UTC', wait: '2s' });
  });
});
