import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../src/platform/database/free-port.js';
import type { Caller } from '../../support/http-caller.js';
import { aDataDir, clearAway, postgresOf, SpawnedHouse } from '../../support/spawned-house.js';

/** The demo's team at its desk. */
async function staffOf(house: SpawnedHouse): Promise<Caller> {
  const body = { email: 'team@dortmund.example', password: 'haus-der-selbsthilfe' };
  const answer = await house.http.post('/api/desk/sign-ins', { body });
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] };
}

async function grant(house: SpawnedHouse, label: string): Promise<number> {
  const { cookie = '' } = await staffOf(house);
  const answer = await house.http.raw('/api/groups', {
    method: 'POST',
    headers: { cookie, origin: house.http.baseUrl, 'content-type': 'application/json' },
    body: JSON.stringify({ label, representatives: [{ name: 'Erika', email: 'erika@gruppe.example' }] }),
  });
  return answer.status;
}

async function labels(house: SpawnedHouse): Promise<string[]> {
  const { body } = await house.http.get<{ items: { label: string }[] }>('/api/groups', {
    as: await staffOf(house),
  });
  return body.items.map(({ label }) => label);
}

describe('A stranger starts the house with nothing set (P12)', () => {
  let dataDir: string;
  let house: SpawnedHouse;

  beforeAll(async () => {
    dataDir = aDataDir();
    house = await SpawnedHouse.open({ DATA_DIR: dataDir });
  });
  afterAll(async () => {
    await house.exit('SIGKILL');
    await clearAway(dataDir);
  });

  it('and it answers, with all that a first try needs', async () => {
    const paths = [
      '/health/live',
      '/health/ready',
      '/',
      '/desk',
      '/dev/mailbox',
      '/api/docs',
      '/api/openapi.json',
    ];
    for (const path of [...paths, '/haus/dortmund', '/api/contact-points/koeln']) {
      const { status } = await house.http.get(path);
      expect({ path, status }).toEqual({ path, status: 200 });
    }
    const site = await house.demoSite.get('/');
    expect(site.text).toContain('<virtuelles-haus contact-point="dortmund"');
  });

  it('and reads where everything is and who can sign in', () => {
    for (const words of [
      house.http.baseUrl,
      `${house.http.baseUrl}/desk`,
      `${house.http.baseUrl}/dev/mailbox`,
      house.demoSite.baseUrl,
      'team@dortmund.example',
      'haus-der-selbsthilfe',
      'renate@gruppe.example',
    ]) {
      expect(house.stdout).toContain(words);
    }
    expect(house.stderr).toBe('');
  });

  it('and the team of the demo can sign in and sees its groups', async () => {
    expect(await labels(house)).toEqual(['Gruppe 11', 'Gruppe 12', 'Gruppe 13']);
  });

  it('and a second house with the same data is refused in one sentence', async () => {
    const second = await SpawnedHouse.start({ DATA_DIR: dataDir });
    const { code, stderr } = await second.exit();
    expect(code).toBe(1);
    expect(stderr).toBe(`Another house is already open with the data in ${dataDir}.\n`);
    expect((await house.http.get('/health/ready')).status).toBe(200);
  });
});

describe('The house ends', () => {
  let dataDir: string;
  afterEach(() => clearAway(dataDir));

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s within ten seconds with code 0, and PostgreSQL with it',
    async (signal) => {
      dataDir = aDataDir();
      const house = await SpawnedHouse.open({ DATA_DIR: dataDir });
      await house.http.get('/health/ready');
      expect(postgresOf(dataDir)).toBeGreaterThan(0);
      const { code, afterMs, stderr } = await house.exit(signal);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(afterMs).toBeLessThan(10_000);
      expect(postgresOf(dataDir)).toBeUndefined();
    },
  );

  it('also while it still answers somebody, who gets the answer and no open line', async () => {
    dataDir = aDataDir();
    const house = await SpawnedHouse.open({ DATA_DIR: dataDir });
    const body = { email: 'team@dortmund.example', password: 'haus-der-selbsthilfe' };
    // Passwords are proven one after the other: when the first is answered, the last still waits.
    const asked = Array.from({ length: 6 }, () => house.http.post('/api/desk/sign-ins', { body }));
    await Promise.any(asked);
    const { code, stderr, afterMs } = await house.exit('SIGTERM');
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(answers.map(({ headers }) => headers.get('connection'))).toContain('close');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(afterMs).toBeLessThan(8_000);
  });

  it('also when two signals come at once, as npm passes Ctrl-C on', async () => {
    dataDir = aDataDir();
    const house = await SpawnedHouse.open({ DATA_DIR: dataDir });
    house.signal('SIGINT');
    expect(await house.exit('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  it('also while it is still opening', async () => {
    dataDir = aDataDir();
    const house = await SpawnedHouse.start({ DATA_DIR: dataDir });
    while (!existsSync(join(dataDir, 'keys'))) await sleep(20);
    expect(await house.exit('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  it('by kill -9, and the next start finds everything that was answered (P2)', async () => {
    dataDir = aDataDir();
    const house = await SpawnedHouse.open({ DATA_DIR: dataDir });
    expect(await grant(house, 'Gruppe 99')).toBe(201);
    await house.exit('SIGKILL');
    expect(postgresOf(dataDir)).toBeGreaterThan(0);

    const again = await SpawnedHouse.open({ DATA_DIR: dataDir });
    expect(await labels(again)).toEqual(['Gruppe 11', 'Gruppe 12', 'Gruppe 13', 'Gruppe 99']);
    expect((await again.exit('SIGTERM')).code).toBe(0);
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  it('together with its PostgreSQL by kill -9, and the next start finds everything that was answered (P2)', async () => {
    dataDir = aDataDir();
    const house = await SpawnedHouse.open({ DATA_DIR: dataDir });
    expect(await grant(house, 'Gruppe 99')).toBe(201);
    const postgres = postgresOf(dataDir) ?? 0;
    await house.exit('SIGKILL');
    process.kill(postgres, 'SIGKILL');
    for (let wait = 0; wait < 100 && postgresOf(dataDir) !== undefined; wait++) await sleep(50);

    const again = await SpawnedHouse.open({ DATA_DIR: dataDir });
    expect(await labels(again)).toContain('Gruppe 99');
    await again.exit('SIGTERM');
  });

  it('and starts at other ports with the same data', async () => {
    dataDir = aDataDir();
    const house = await SpawnedHouse.open({ DATA_DIR: dataDir });
    await house.exit('SIGTERM');
    const port = await freePort();
    const again = await SpawnedHouse.open({ DATA_DIR: dataDir, DEMO_SITE_PORT: String(port) });
    const { body } = await again.http.get<{ website: string }>('/api/contact-points/dortmund');
    expect(body.website).toBe(`http://localhost:${port}/`);
    await again.exit('SIGTERM');
  });
});
