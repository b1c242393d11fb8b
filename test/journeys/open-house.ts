import { test as base } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type * as EmbeddedPostgresModule from '../../src/platform/database/embedded-postgres.js';

/** The house as `npm start` opens it, seen from outside. */
export interface House {
  url: string;
  /** The contact point's own site, on another origin. */
  siteUrl: string;
  meetingUrl: string;
  /** The newest mail to somebody that is meant, as soon as it has come; others may come before and after it. */
  newestMail(to: string, meant?: Meant): Promise<Mail>;
  newestMailId(to: string): Promise<string | undefined>;
  /** Everybody signed in an hour earlier than they did. */
  ageSessions(): Promise<void>;
  /** Whatever was called off was called off a quarter of an hour earlier. */
  ageCancellations(): Promise<void>;
  /** Nobody has used Gruppe 21 for a year, and it was asked. */
  leaveUnused(): Promise<void>;
}

export interface Mail {
  id: string;
  subject: string;
  text: string;
  html: string;
}

export interface Meant {
  /** The id of the newest mail of before. */
  since?: string | undefined;
  /** What its subject or text has. */
  words?: RegExp;
}

/** The built file: Playwright reads TypeScript, but the house runs as it was built. */
const BUILT_POSTGRES = '../../dist/src/platform/database/embedded-postgres.js';
const PATIENCE_MS = 20_000;
/** The houses of two workers begin at the same time. */
const LONGEST_START_MS = 60_000;

/** One house for all journeys, with a database of its own, and a page that stands where Jitsi would. */
export const test = base.extend<object, { house: House }>({
  page: async ({ page }, use) => {
    await use(page);
    // What is still on its way when a journey is over has nobody to answer to.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  },
  house: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'haus-journeys-'));
      chmodSync(dataDir, 0o755);
      const { startEmbeddedPostgres } = (await import(BUILT_POSTGRES)) as typeof EmbeddedPostgresModule;
      const postgres = await startEmbeddedPostgres(dataDir);
      const meeting = await standInForJitsi();
      const [port, sitePort] = [await freePort(), await freePort()];
      const url = `http://localhost:${port}`;
      const house = openHouse({
        port,
        sitePort,
        dataDir,
        databaseUrl: postgres.url,
        meetingUrl: meeting.url,
      });
      try {
        await untilReady(url);
        await openDoorsEarly(postgres.url);
        await use({
          url,
          siteUrl: `http://localhost:${sitePort}`,
          meetingUrl: meeting.url,
          newestMail: (to, meant) => newestMail(url, to, meant),
          newestMailId: async (to) => (await mailIds(url, to))[0],
          ageSessions: () => inDatabase(postgres.url, AGE_SESSIONS),
          ageCancellations: () => inDatabase(postgres.url, AGE_CANCELLATIONS),
          leaveUnused: () => inDatabase(postgres.url, LEAVE_UNUSED),
        });
      } finally {
        await stop(house);
        meeting.close();
        await postgres.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 2 * LONGEST_START_MS },
  ],
});

export { expect } from '@playwright/test';

interface Settings {
  port: number;
  sitePort: number;
  dataDir: string;
  databaseUrl: string;
  meetingUrl: string;
}

function openHouse({ port, sitePort, dataDir, databaseUrl, meetingUrl }: Settings): ChildProcess {
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    PORT: String(port),
    DEMO_SITE_PORT: String(sitePort),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    JITSI_URL: meetingUrl,
  };
  return spawn('node', ['dist/server/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function stop(house: ChildProcess): Promise<void> {
  const isOver = new Promise((resolve) => {
    house.once('exit', resolve);
  });
  house.kill('SIGTERM');
  await isOver;
}

async function untilReady(url: string): Promise<void> {
  for (const deadline = Date.now() + LONGEST_START_MS; Date.now() < deadline;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('The house did not open.');
}

/** Journeys run at any hour: the demo's doors open days before, so that a date of tomorrow can be entered now. */
function openDoorsEarly(databaseUrl: string): Promise<void> {
  return inDatabase(databaseUrl, 'UPDATE contact_points SET door_opens_minutes = 4 * 24 * 60');
}

const AGE_SESSIONS = `UPDATE sessions SET created_at = created_at - interval '1 hour'`;
const AGE_CANCELLATIONS = `UPDATE occurrences SET cancelled_at = cancelled_at - interval '15 minutes'`;
const LEAVE_UNUSED = `UPDATE groups SET used_on = current_date - 370, asked_on = current_date - 5
  WHERE label = 'Gruppe 21'`;

async function inDatabase(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function standInForJitsi(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Jitsi</title><h1>Jitsi</h1>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, close: () => server.close() };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

const MAILBOX = '/dev/mailbox/api/messages';

/** Newest first. */
async function mailIds(url: string, to: string): Promise<string[]> {
  const list = await fetch(`${url}${MAILBOX}?to=${to}`);
  return ((await list.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
}

async function newestMail(url: string, to: string, { since, words = /(?:)/ }: Meant = {}): Promise<Mail> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
    for (const id of await mailIds(url, to)) {
      if (id === since) break;
      const mail = (await (await fetch(`${url}${MAILBOX}/${id}`)).json()) as Mail;
      if (words.test(`${mail.subject}\n${mail.text}`)) return mail;
    }
    await sleep(100);
  }
  throw new Error(`No mail with ${String(words)} came to ${to}.`);
}

const CODE = /\b\d{4} \d{4}\b/;

/** The newest mail with a code, and the code. */
export async function newestCode(
  house: House,
  to: string,
  since?: string,
): Promise<{ id: string; code: string }> {
  const { id, text } = await house.newestMail(to, { since, words: CODE });
  return { id, code: CODE.exec(text)?.[0] ?? '' };
}
