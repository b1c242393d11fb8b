import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { copyDatabase } from '../../support/database.js';
import { aDataDir, clearAway, postgresOf, SpawnedHouse } from '../../support/spawned-house.js';

let dataDir: string;
let occupied: Server;
let occupiedPort: string;

beforeAll(async () => {
  dataDir = aDataDir();
  occupied = createServer();
  await new Promise<void>((resolve) => occupied.listen(0, 'localhost', resolve));
  occupiedPort = String((occupied.address() as AddressInfo).port);
});
afterAll(async () => {
  await new Promise((resolve) => occupied.close(resolve));
  await clearAway(dataDir);
});

/** What the person at the terminal reads when the house does not start. */
async function refusalOf(environment: Record<string, string>): Promise<string> {
  const house = await SpawnedHouse.start({ DATA_DIR: dataDir, ...environment });
  const { code, stderr, afterMs } = await house.exit();
  expect(code).toBe(1);
  expect(house.stdout).toBe('');
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).not.toMatch(/Error:|node_modules|dist\/src/);
  expect(afterMs).toBeLessThan(20_000);
  expect(postgresOf(dataDir)).toBeUndefined();
  return stderr.trim();
}

const production = (environment: Record<string, string> = {}) => ({
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://haus.example',
  DATABASE_URL: 'postgres://haus:geheim@127.0.0.1:1/haus',
  SMTP_URL: 'smtp://127.0.0.1:1',
  ...environment,
});

describe('The house does not start and says why in one line (P12)', () => {
  it('when its port is taken', async () => {
    expect(await refusalOf({ PORT: occupiedPort })).toBe(
      `Port ${occupiedPort} is already in use. Choose another: PORT=${Number(occupiedPort) + 100} npm start`,
    );
  });

  const loopback = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter(({ internal, address }) => internal && ['127.0.0.1', '::1'].includes(address)),
  );
  it.each(loopback.map(({ address }) => address))('when its port is taken on %s only', async (address) => {
    const program = createServer();
    await new Promise<void>((resolve) => program.listen(0, address, resolve));
    const PORT = String((program.address() as AddressInfo).port);
    try {
      expect(await refusalOf({ PORT })).toMatch(`Port ${PORT} is already in use.`);
    } finally {
      await new Promise((resolve) => program.close(resolve));
    }
  });

  it('when the port of the demo site is taken', async () => {
    expect(await refusalOf({ DEMO_SITE_PORT: occupiedPort })).toMatch(
      new RegExp(`^Port ${occupiedPort} is already in use\\. .+ DEMO_SITE_PORT=\\d+ npm start$`),
    );
  });

  it('when its data folder cannot be written', async () => {
    const file = join(dataDir, 'eine-datei');
    writeFileSync(file, '');
    const folder = join(file, 'daten');
    expect(await refusalOf({ DATA_DIR: folder })).toBe(
      `The data folder ${folder} cannot be written (ENOTDIR). Choose another: DATA_DIR=/path npm start`,
    );
  });

  it.each([
    ['in development', {}],
    ['in production', production()],
  ])('when the database cannot be reached, %s, without its password', async (_, environment) => {
    const DATABASE_URL = 'postgres://haus:geheim@127.0.0.1:1/haus';
    const refusal = await refusalOf({ ...environment, DATABASE_URL });
    expect(refusal).toBe('The database at 127.0.0.1:1 cannot be reached: ECONNREFUSED.');
  });

  it('when the database does not let it in, without its password', async () => {
    const wrong = new URL(process.env.STORY_DATABASE_URL ?? '');
    wrong.password = 'geheim';
    const refusal = await refusalOf({ DATABASE_URL: wrong.href });
    expect(refusal).toMatch(/^The database at .+ cannot be reached: 28P01\.$/);
    expect(refusal).not.toContain('geheim');
  });

  it('when settings are missing in production: all of them at once', async () => {
    expect(await refusalOf({ NODE_ENV: 'production' })).toBe(
      'In production these settings are needed and missing: PUBLIC_URL, DATABASE_URL, SMTP_URL.',
    );
  });

  it('when settings are wrong: all of them at once', async () => {
    const refusal = await refusalOf({ PORT: 'drei', LOG_LEVEL: 'laut' });
    expect(refusal).toMatch(/^The configuration is wrong\. PORT: .+; LOG_LEVEL: .+\.$/);
  });

  it('when the database is newer than the house', async () => {
    const database = await copyDatabase();
    try {
      await database.query(
        `INSERT INTO schema_migrations (timestamp, name) VALUES (4102444800000, 'AddTheFuture4102444800000')`,
      );
      expect(await refusalOf({ DATABASE_URL: database.url })).toBe(
        'The database is newer than this version of the house (it knows the step AddTheFuture4102444800000). Please update.',
      );
      const steps = await database.query('SELECT 1 FROM schema_migrations');
      expect(steps.length).toBeGreaterThan(1);
    } finally {
      await database.drop();
    }
  });
});
