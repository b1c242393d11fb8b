import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../config/config.js';
import { EmbeddedCluster } from './embedded-cluster.js';

/** One house per data folder: whoever holds this advisory lock owns the server. */
const OWNER_LOCK = 7_260_001;
/** A server that was killed in the middle of work may need this long to recover. */
const PATIENCE_MS = 60_000;

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
  const { owner, port } = await takeOver(cluster, (at) => urlOf(cluster, at, 'postgres'));
  const isOwner = await takeOwnership(owner);
  if (!isOwner) {
    await owner.end();
    throw new CannotStart(`Another house is already open with the data in ${dataDir}.`);
  }
  await createDatabase(owner);
  return {
    url: urlOf(cluster, port, 'haus'),
    async stop() {
      await owner.end().catch(() => undefined);
      await cluster.stop();
    },
  };
}

/** Where a house that is open keeps its data; undefined while none is open with this folder. Changes nothing. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  const cluster = await EmbeddedCluster.findIn(dataDir);
  const port = await cluster?.runningPort();
  return cluster && port && cluster.isServerAlive() ? urlOf(cluster, port, 'haus') : undefined;
}

function urlOf({ password }: EmbeddedCluster, port: number, database: string): string {
  return `postgres://haus:${password}@127.0.0.1:${port}/${database}`;
}

async function takeOver(cluster: EmbeddedCluster, urlOf: (port: number) => string) {
  const running = await findRunning(cluster, urlOf);
  if (running) return running;
  try {
    const port = await cluster.start();
    return { owner: await connect(urlOf(port)), port };
  } catch (error) {
    // Two starts at once: the other one's server stands now, and the lock in it says whose it is.
    const others = await findRunning(cluster, urlOf);
    if (others) return others;
    throw error;
  }
}

async function findRunning(cluster: EmbeddedCluster, urlOf: (port: number) => string) {
  const port = await cluster.runningPort();
  if (!port) return undefined;
  if (cluster.isServerAlive()) return { owner: await connect(urlOf(port)), port };
  cluster.forgetStaleServer();
  return undefined;
}

/** Waits while the server does not listen yet or still recovers; any other no is final. */
async function connect(url: string): Promise<pg.Client> {
  for (const deadline = Date.now() + PATIENCE_MS; ;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      const { code = 'no reason given' } = error as { code?: string };
      const mayComeYet = ['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes(code);
      if (!mayComeYet || Date.now() > deadline) {
        throw new CannotStart(`The embedded PostgreSQL runs but does not let the house in (${code}).`);
      }
      await sleep(200);
    }
  }
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
