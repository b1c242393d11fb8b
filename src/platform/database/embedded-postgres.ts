import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../config/config.js';
import { EmbeddedCluster } from './embedded-cluster.js';

/** One house per data folder: whoever holds this advisory lock owns the server. */
const OWNER_LOCK = 7_260_001;
const PATIENCE_MS = 15_000;

export interface EmbeddedPostgres {
  /** Connection URL of the house's database. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the project, data in `dataDir`. A server left over by a house that was
 * killed is taken over; the folder of a house that still runs is refused with CannotStart.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const cluster = await EmbeddedCluster.prepare(dataDir);
  const urlOf = (port: number, database: string) =>
    `postgres://haus:${cluster.password}@127.0.0.1:${port}/${database}`;
  const { owner, port } = await takeOver(cluster, (at) => urlOf(at, 'postgres'));
  const isOwner = await takeOwnership(owner);
  if (!isOwner) {
    await owner.end();
    throw new CannotStart(`Another house is already open with the data in ${dataDir}.`);
  }
  await createDatabase(owner);
  return {
    url: urlOf(port, 'haus'),
    async stop() {
      await owner.end().catch(() => undefined);
      await cluster.stop();
    },
  };
}

async function takeOver(cluster: EmbeddedCluster, urlOf: (port: number) => string) {
  const runningPort = await cluster.runningPort();
  const running = runningPort ? await connect(urlOf(runningPort)) : undefined;
  if (running && runningPort) return { owner: running, port: runningPort };
  if (runningPort) cluster.forgetStaleServer();
  const port = await cluster.start();
  const owner = await connect(urlOf(port));
  if (!owner) throw new CannotStart('The embedded PostgreSQL started but does not answer.');
  return { owner, port };
}

/** Waits while the server still recovers (57P03); gives up when nothing of ours listens there. */
async function connect(url: string): Promise<pg.Client | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if ((error as { code?: string }).code !== '57P03') return undefined;
      await sleep(200);
    }
  }
  return undefined;
}

/** The killed house's connections may live a moment longer than its process. */
async function takeOwnership(owner: pg.Client): Promise<boolean> {
  for (let attempt = 0; attempt < 15; attempt++) {
    const { rows } = await owner.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [
      OWNER_LOCK,
    ]);
    if (rows[0]?.got) return true;
    await sleep(200);
  }
  return false;
}

async function createDatabase(owner: pg.Client): Promise<void> {
  const { rowCount } = await owner.query("SELECT 1 FROM pg_database WHERE datname = 'haus'");
  if (rowCount === 0) await owner.query('CREATE DATABASE haus');
}
