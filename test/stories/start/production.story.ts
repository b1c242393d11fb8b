import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyDatabase, type StoryDatabase } from '../../support/database.js';
import { aDataDir, clearAway, SpawnedHouse } from '../../support/spawned-house.js';

const production = (database: StoryDatabase, dataDir: string) => ({
  NODE_ENV: 'production',
  HOST: 'localhost',
  PUBLIC_URL: 'https://haus.example',
  DATABASE_URL: database.url,
  SMTP_URL: 'smtp://127.0.0.1:1',
  DATA_DIR: dataDir,
});

describe('Two instances that start on one empty database at once', () => {
  let dataDir: string;
  let database: StoryDatabase;
  beforeAll(async () => {
    dataDir = aDataDir();
    database = await emptyDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await clearAway(dataDir);
  });

  it('both come up, and the schema is made once', async () => {
    const environment = production(database, dataDir);
    const houses = await Promise.all([SpawnedHouse.open(environment), SpawnedHouse.open(environment)]);
    for (const house of houses) expect((await house.http.get('/health/ready')).status).toBe(200);
    const steps = await database.query<{ name: string }>('SELECT name FROM schema_migrations');
    expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
    expect(steps.length).toBeGreaterThan(0);
    const exits = await Promise.all(houses.map((house) => house.exit('SIGTERM')));
    expect(exits.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
  });
});

describe('Two development houses that start on one empty database at once', () => {
  it('both come up, and the demo is planted once', async () => {
    const database = await emptyDatabase();
    const dataDir = aDataDir();
    try {
      const environment = { DATABASE_URL: database.url, DATA_DIR: dataDir };
      const houses = await Promise.all([SpawnedHouse.open(environment), SpawnedHouse.open(environment)]);
      const rows = await database.query<{ slug: string }>('SELECT slug FROM contact_points ORDER BY slug');
      expect(rows.map(({ slug }) => slug)).toEqual(['dortmund', 'koeln']);
      for (const house of houses) expect((await house.exit('SIGTERM')).code).toBe(0);
    } finally {
      await database.drop();
      await clearAway(dataDir);
    }
  });
});

describe('A house in production', () => {
  let dataDir: string;
  let database: StoryDatabase;
  let house: SpawnedHouse;
  beforeAll(async () => {
    dataDir = aDataDir();
    database = await emptyDatabase();
    house = await SpawnedHouse.open(production(database, dataDir));
  });
  afterAll(async () => {
    await house.exit('SIGTERM');
    await database.drop();
    await clearAway(dataDir);
  });

  it('says one line and where it is', () => {
    expect(house.stdout).toBe('Das Haus ist offen / The house is open: https://haus.example\n');
    expect(house.stderr).toBe('');
  });

  it.each([
    '/dev/mailbox',
    '/dev/mailbox/api/messages',
    '/api/docs',
    '/api/docs/',
    '/api/openapi.json',
    '/api/docs-json',
    '/api/contact-points/dortmund',
    '/api/contact-points/koeln',
    '/haus/dortmund',
    '/metrics',
    '/package.json',
  ])('has no %s (404)', async (path) => {
    expect((await house.http.get(path)).status).toBe(404);
  });

  it('knows nobody of the demo', async () => {
    for (const email of ['team@dortmund.example', 'team@koeln.example', 'betrieb@haus.example']) {
      const body = { email, password: 'haus-der-selbsthilfe' };
      expect((await house.http.post('/api/desk/sign-ins', { body })).status).toBe(401);
    }
    for (const table of ['contact_points', 'staff_members', 'groups', 'people', 'rooms', 'occurrences']) {
      expect(await database.query(`SELECT 1 FROM ${table}`)).toEqual([]);
    }
  });

  it('opens no demo site', async () => {
    await expect(house.demoSite.get('/')).rejects.toThrow('fetch failed');
  });

  it('tells browsers to come back over TLS only', async () => {
    const { headers } = await house.http.get('/');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  });
});
