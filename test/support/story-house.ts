import 'reflect-metadata';
import { jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { newKid } from '../../src/meetings/domain/key-ring.js';
import { readConfig, type Config } from '../../src/platform/config/config.js';
import { createHttpServer } from '../../src/platform/http/http-server.js';
import { copyDatabase, type StoryDatabase } from './database.js';
import { HttpCaller } from './http-caller.js';
import { MailSink } from './mail-sink.js';
import { MovableClock } from './movable-clock.js';

/** A story may run beside much else on a small machine; what has to be quick is asserted, not timed out. */
jest.setTimeout(60_000);

export const PUBLIC_URL = 'https://haus.example';

export interface StoryHouse {
  /** One for each instance; all share one database. */
  http: [HttpCaller, ...HttpCaller[]];
  apps: [NestFastifyApplication, ...NestFastifyApplication[]];
  database: StoryDatabase;
  mails: MailSink;
  clock: MovableClock;
  config: Config;
  close(): Promise<void>;
}

export interface StoryOptions {
  instances?: number;
  environment?: Record<string, string>;
  /** When the story begins, in local wall time; or the instant. */
  startsAt?: string | Temporal.Instant;
}

/** The whole house as it runs in production, on a database of its own, its mails going to a sink. */
export async function openStoryHouse(options: StoryOptions = {}): Promise<StoryHouse> {
  const { instances = 1, environment = {}, startsAt = '2026-12-01T09:00' } = options;
  const database = await copyDatabase();
  const mails = new MailSink(database);
  const smtpUrl = await mails.start();
  const dataDir = mkdtempSync(join(tmpdir(), 'haus-story-'));
  const clientDir = join(dataDir, 'client');
  mkdirSync(clientDir);
  const clock = new MovableClock(Temporal.Now.instant());
  clock.moveTo(startsAt);
  putDoorKey(dataDir, clock);
  const config = readConfig({
    PUBLIC_URL,
    DATA_DIR: dataDir,
    JITSI_URL: 'https://meet.example',
    JITSI_CAPACITY: '10000',
    // So many that no story waits for its mails: the clock stands still.
    MAIL_RATE: '100000',
    ...environment,
  });
  const foundations = { config, databaseUrl: database.url, smtpUrl, clock };
  const apps: NestFastifyApplication[] = [];
  const http: HttpCaller[] = [];
  for (let instance = 0; instance < instances; instance++) {
    const app = await createHttpServer(AppModule.on(foundations), {
      ...config,
      isProduction: true,
      clientDir,
    });
    await app.listen(0, '127.0.0.1');
    apps.push(app);
    http.push(new HttpCaller(await app.getUrl()));
  }
  const close = async () => {
    for (const app of apps) await app.close();
    await mails.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    http: http as StoryHouse['http'],
    apps: apps as StoryHouse['apps'],
    database,
    mails,
    clock,
    config,
    close,
  };
}

/** As if the house had just made it. */
function putDoorKey(dataDir: string, clock: MovableClock): void {
  const folder = join(dataDir, 'keys', 'jitsi-door');
  mkdirSync(folder, { recursive: true });
  const kid = newKid(clock.now(), '0123456789abcdef');
  writeFileSync(join(folder, `${kid}.pem`), process.env.STORY_DOOR_KEY ?? '');
}
