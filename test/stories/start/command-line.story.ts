import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase, type StoryDatabase } from '../../support/database.js';
import { aDataDir, clearAway, SpawnedHouse } from '../../support/spawned-house.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

let dataDir: string;
let database: StoryDatabase;
beforeAll(async () => {
  dataDir = aDataDir();
  database = await copyDatabase();
});
afterAll(async () => {
  await database.drop();
  await clearAway(dataDir);
});

/** The built program, in a process of its own. */
async function house(words: string[], environment: Record<string, string> = { DATABASE_URL: database.url }) {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, ...environment };
  const child = spawn(process.execPath, ['dist/server/house.js', ...words], { cwd: ROOT, env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect(`${said.out}${said.err}`).not.toMatch(/ at .+\.js:|Error:/);
  return { code, ...said };
}

const FACTS = ['--url', 'https://zwei.example/', '--profile', 'P3', '--capacity', '100'];

describe('At the command line the operator', () => {
  it('adds a Jitsi server, changes it and closes it', async () => {
    expect(await house(['servers'])).toMatchObject({ code: 0, out: 'The house has no Jitsi server.\n' });
    const added = await house(['servers', 'add', 'zwei', ...FACTS, '--dial-in', 'DE +49 231 1234567']);
    expect(added).toMatchObject({ code: 0, err: '' });
    const rows = async () => (await house(['servers'])).out.split('\n').map((row) => row.split(/ {2,}/));
    expect((await rows())[1]).toEqual([
      ...['zwei', 'https://zwei.example', 'P3', '100', 'open', 'no', 'command line', 'DE +49 231 1234567'],
    ]);
    expect((await house(['servers', 'change', 'zwei', '--capacity', '150'])).code).toBe(0);
    expect((await house(['servers', 'close', 'zwei'])).code).toBe(0);
    expect((await rows())[1]?.slice(3, 5)).toEqual(['150', 'closed']);
    expect((await house(['servers', 'open', 'zwei'])).code).toBe(0);
    expect((await rows())[1]?.[4]).toBe('open');
  });

  it('takes a new secret, which is said once and stored nowhere', async () => {
    const { code, out } = await house(['servers', 'secret', 'zwei']);
    expect(code).toBe(0);
    expect(out).toMatch(/^[\w-]{43}\n$/);
    const [row] = await database.query<{ hash: string; is: boolean }>(
      `SELECT secret_hash = sha256(convert_to($1, 'UTF8')) AS is FROM meeting_servers WHERE slug = 'zwei'`,
      [out.trim()],
    );
    expect(row?.is).toBe(true);
  });

  it.each([
    [['servers', 'add', 'zwei', ...FACTS], 1, 'There is a server of this name already.'],
    [['servers', 'close', 'niemand'], 1, 'There is no server of this name.'],
    [['servers', 'add', 'drei', '--url', 'ftp://x', ...FACTS.slice(2)], 2, '--url must be an address'],
    [['servers', 'add', 'drei', ...FACTS.slice(0, 4)], 2, '--capacity must be a number of people'],
    [['servers', 'add', 'keys', ...FACTS], 2, 'A name has letters'],
    [['servers', 'change', 'zwei', '--dial-in', '0231'], 2, '--dial-in must be numbers'],
    [['servers', 'change', 'zwei', '--unbekannt', 'x'], 2, 'Usage'],
    [['servers', 'change', 'zwei'], 2, 'Nothing is said to change.'],
    [['servers', 'tanzen', 'zwei'], 2, 'is not known'],
    [['servers', 'close'], 2, 'is not known'],
    [['tanzen'], 2, 'Usage'],
    [[], 2, 'Usage'],
  ])('reads why not: %j', async (words, code, sentence) => {
    const refused = await house(words);
    expect({ code: refused.code, out: refused.out }).toEqual({ code, out: '' });
    expect(refused.err).toContain(sentence);
  });

  it('turns the keys of the door', async () => {
    const keys = async () =>
      (await house(['door-keys'])).out
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(/ {2,}/));
    const [[first = '', , state] = []] = await keys();
    expect(state).toBe('in use');
    expect(readdirSync(join(dataDir, 'keys', 'jitsi-door'))).toEqual([`${first}.pem`]);
    expect((await house(['door-keys', 'new'])).out).toContain('in use in 10 minutes');
    expect((await keys()).map(([, , each]) => each?.slice(0, 6))).toEqual(['in use', 'waits,']);
    expect(await house(['door-keys', 'drop', first])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is in use'),
    });
    const dropped = await house(['door-keys', 'drop', first, '--leaked']);
    expect(dropped.code).toBe(0);
    expect(dropped.out).toContain('restart Prosody');
    expect((await keys()).map(([, , each]) => each)).toEqual(['in use']);
    expect((await house(['door-keys', 'drop', 'door-x'])).err).toBe('There is no key door-x.\n');
    expect((await house(['door-keys', 'new', '--leaked'])).code).toBe(2);
  });

  it('reads how to reach the database where none is named', async () => {
    const folder = aDataDir();
    const { code, err } = await house(['servers'], { DATA_DIR: folder });
    expect(code).toBe(1);
    expect(err).toBe(
      `No house is open with the data in ${folder}. Start it first, or name its database by DATABASE_URL.\n`,
    );
    expect(existsSync(join(folder, 'database'))).toBe(false);
    await clearAway(folder);
  });

  it('speaks to a house that is open with its own PostgreSQL', async () => {
    const folder = aDataDir();
    const open = await SpawnedHouse.open({ DATA_DIR: folder, JITSI_URL: 'https://meet.example' });
    try {
      const { code, out } = await house(['servers'], { DATA_DIR: folder });
      expect(code).toBe(0);
      expect(out).toMatch(/^demo +https:\/\/meet\.example +P1 +80 +open +yes +configuration/m);
      const secret = await house(['servers', 'change', 'demo', '--capacity', '90'], { DATA_DIR: folder });
      expect(secret).toMatchObject({ code: 1, err: expect.stringContaining('The configuration') });
    } finally {
      await open.exit('SIGTERM');
      await clearAway(folder);
    }
  });
});
