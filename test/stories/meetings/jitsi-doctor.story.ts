import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Refused } from '../../../src/cli/command.js';
import { jitsiDoctor } from '../../../src/cli/jitsi-doctor-command.js';
import { runCommand } from '../../../src/cli/run-command.js';
import type { Finding } from '../../../src/meetings/doctor/finding.js';
import { FakeJitsi } from '../../support/fake-jitsi.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const SECRET = 'geheim-genug-fuer-eine-tuer';

let jitsi: FakeJitsi;
let house: StoryHouse;

beforeAll(async () => {
  jitsi = await FakeJitsi.start();
  house = await openStoryHouse({
    startsAt: Temporal.Now.instant(),
    environment: {
      JITSI_URL: jitsi.url,
      JITSI_PROFILE: 'P3',
      JITSI_SECRET: SECRET,
      JITSI_LOBBY: 'false',
    },
  });
  house.config.publicUrl = house.http[0].baseUrl;
  jitsi.house = { baseUrl: house.http[0].baseUrl, secret: SECRET };
});
afterAll(async () => {
  await jitsi.stop();
  await house.close();
});
beforeEach(() => house.clock.moveTo(Temporal.Now.instant()));
afterEach(() => jitsi.mend());

interface Report {
  server: string;
  profile: string;
  checks: Finding[];
  notEnforced: string[];
}

/** What the command says, and how it ends. */
async function doctor(...words: string[]) {
  const said: string[] = [];
  const config = { ...house.config, databaseUrl: house.database.url };
  const from = performance.now();
  const error: unknown = await jitsiDoctor
    .run(words, { config, say: (line) => said.push(line) })
    .catch((thrown: unknown) => thrown);
  const out = said.join('\n');
  expect(performance.now() - from).toBeLessThan(60_000);
  for (const secret of jitsi.seen.filter((each) => each !== '')) expect(out).not.toContain(secret);
  expect(out).not.toMatch(/eyJ|[0-9a-f]{32}/);
  const trials = await house.database.query('SELECT 1 FROM trial_slots');
  expect(trials).toEqual([]);
  return { out, error };
}

async function examine() {
  const { out, error } = await doctor('demo', '--json');
  const report = JSON.parse(out) as Report;
  const named = (...states: string[]) =>
    report.checks
      .filter(({ state }) => states.includes(state))
      .map(({ name }) => name)
      .sort();
  return { report, error, fails: named('fail'), notWell: named('fail', 'warn'), skipped: named('skipped') };
}

describe('The doctor finds', () => {
  it('nothing wrong with a sound server', async () => {
    const { report, error, notWell, skipped } = await examine();
    expect(notWell).toEqual([]);
    expect(skipped).toEqual(['lobby', 'tls']);
    expect(error).toBeUndefined();
    expect(report).toMatchObject({
      server: 'demo',
      profile: 'P3',
      notEnforced: [expect.stringContaining('Warteraum')],
    });
    expect(report.checks.length).toBeGreaterThan(50);
    expect(jitsi.seen.length).toBeGreaterThan(20);
  });

  it('every token that opens a door it must not open', async () => {
    const names = [
      ...['no-token', 'expired', 'wrong-room', 'any-room', 'no-kid', 'unknown-kid', 'forged'],
      ...['foreign-issuer', 'foreign-audience', 'foreign-domain'],
    ];
    for (const name of [...names, 'many-audiences']) jitsi.faults.add(name);
    const { fails, notWell, error, report } = await examine();
    expect(fails).toEqual(names.map((name) => `token-${name}`).sort());
    expect(notWell).toContain('token-many-audiences');
    expect(error).toBeInstanceOf(Refused);
    for (const { state, mend } of report.checks)
      expect(Boolean(mend)).toBe(state === 'fail' || state === 'warn');
  });

  it('that a key is not believed, and then nothing of the rest', async () => {
    jitsi.faults.add('no key');
    const { fails, skipped } = await examine();
    expect(fails).toEqual(['moderator', 'participant']);
    expect(skipped).toEqual(expect.arrayContaining(['token-expired', 'closing', 'moderator-rights']));
  });

  it('who moderates and must not, and who does not and must', async () => {
    for (const fault of ['all moderate', 'moderation is lost', 'breakout_rooms']) jitsi.faults.add(fault);
    expect((await examine()).fails).toEqual(['breakout-rooms', 'moderator-rights', 'participant-rights']);
  });

  it('a server without its guard', async () => {
    await jitsi.dismissGuard();
    await house.database.query(`UPDATE guard_beats SET beat_at = beat_at - interval '2 hours'`);
    const { fails, report } = await examine();
    expect(fails).toEqual(['closing', 'guard-beat', 'unreserved-room']);
    expect(report.checks.find(({ name }) => name === 'guard-beat')?.says).toMatch(/vor 7\d{3} Sekunden/);
  });

  it('what the pages give away', async () => {
    for (const path of ['/metrics', '/conference-request/v1', '/room-census'])
      jitsi.faults.add(`open ${path}`);
    jitsi.headers = {
      'content-security-policy': "connect-src 'self' https://amplitude.example",
      date: new Date(Date.now() - 60_000).toUTCString(),
    };
    jitsi.moreConfig =
      "config.p2p.enabled = true; config.conferenceRequestUrl = '/x'; config.doNotStoreRoom = false;";
    const { fails, notWell } = await examine();
    expect(fails).toEqual([
      'clock',
      'closed./conference-request/v1',
      'closed./metrics',
      'closed./room-census',
      'config.conferenceRequestUrl',
      'config.p2p.enabled',
      'content-policy',
    ]);
    expect(notWell.filter((name) => !fails.includes(name))).toEqual([
      'config.doNotStoreRoom',
      'frame-ancestors',
    ]);
  });

  it('that config.js is none, and the websocket is shut', async () => {
    jitsi.faults.add('no config').add('no websocket');
    expect((await examine()).fails).toEqual(['config', 'moderator', 'participant']);
  });

  it('that nobody speaks behind the door', async () => {
    jitsi.faults.add('silent');
    const { fails, report } = await examine();
    expect(fails).toEqual(['moderator', 'participant']);
    expect(report.checks.find(({ name }) => name === 'moderator')?.says).toContain('keine Antwort');
  });

  it('that the house hides its key', async () => {
    const { publicUrl } = house.config;
    house.config.publicUrl = 'http://127.0.0.1:1';
    expect((await examine()).fails).toEqual(['config.tokenAuthUrl', 'content-policy', 'key']);
    house.config.publicUrl = publicUrl;
  });
});

describe('The doctor', () => {
  const setServer = (columns: string) => house.database.query(`UPDATE meeting_servers SET ${columns}`);
  afterEach(() => setServer(`profile = 'P3', base_url = '${jitsi.url}'`));

  it.each([
    { profile: 'P2', skipped: ['closing', 'guard-beat'], lacks: 'ohne Vorwarnung' },
    { profile: 'P1', skipped: ['closing', 'guard-beat', 'unreserved-room'], lacks: 'nicht, ob ein Raum' },
    { profile: 'P0', skipped: ['door'], lacks: 'Keine Tür' },
  ])(
    'does not try what $profile does not promise, and says what is missing',
    async ({ profile, skipped, lacks }) => {
      await setServer(`profile = '${profile}'`);
      const { report, ...found } = await examine();
      expect(found.skipped).toEqual(expect.arrayContaining(skipped));
      expect(found.fails).toEqual([]);
      expect(report.notEnforced.join(' ')).toContain(lacks);
      expect(report.checks.some(({ name }) => name === 'token-expired')).toBe(profile !== 'P0');
    },
  );

  it('tells apart an address where nobody is and one that does not speak TLS', async () => {
    await setServer(`base_url = 'http://127.0.0.1:1'`);
    expect((await examine()).fails).toContain('reachable');
    await setServer(`base_url = '${jitsi.url.replace('http', 'https')}'`);
    expect((await examine()).fails).toContain('tls');
  });

  it('writes a table for people, with what is to do', async () => {
    jitsi.moreConfig = 'config.p2p.enabled = true;';
    const { out, error } = await doctor('demo');
    expect(out).toMatch(/^Ergebnis +Prüfung +Befund$/m);
    expect(out).toMatch(/^FEHLER +config\.p2p\.enabled +Zwei Menschen/m);
    expect(out).toMatch(
      /^gut +token-expired +Ein abgelaufenes Token wird abgewiesen \(Anmeldung: not-allowed/m,
    );
    expect(out).toContain('  config.p2p.enabled: ENABLE_P2P=false setzen.');
    expect(String(error)).toContain('1 von ');
  });

  it.each([
    { code: 0, of: 'demo', more: '' },
    { code: 1, of: 'demo', more: 'config.p2p.enabled = true;' },
    { code: 2, of: 'niemand', more: '' },
  ])('ends with $code', async ({ code, of, more }) => {
    jitsi.moreConfig = more;
    const { dataDir, publicUrl } = house.config;
    const environment = { DATABASE_URL: house.database.url, DATA_DIR: dataDir, PUBLIC_URL: publicUrl };
    const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      expect(await runCommand(['jitsi-doctor', of, '--json'], environment)).toBe(code);
    } finally {
      out.mockRestore();
    }
  });

  it('cannot run for a server that there is not', async () => {
    const { out, error } = await doctor('niemand');
    expect([out, String(error)]).toEqual(['', 'Error: There is no server of this name.']);
    expect(jitsiDoctor.cannotRunCode).toBe(2);
  });
});
