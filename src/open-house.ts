import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { AppModule } from './app.module.js';
import { CannotStart, type Config } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';
import { createHttpServer } from './platform/http/http-server.js';
import { showApi } from './platform/http/openapi.js';

export interface OpenHouse {
  /** Stops everything in the opposite order of its start. */
  close(): Promise<void>;
  /** Mail addresses of the demo's staff that can sign in here; none in production or on a real database. */
  demoStaff: string[];
}

type Closers = (() => Promise<unknown>)[];

const CLIENT_DIR = join(import.meta.dirname, '..', 'client');

/** How a machine without IPv6 answers. */
const NO_IPV6 = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/** Opens the house and all it needs. Throws CannotStart with one sentence, having closed what was open already. */
export async function openHouse(config: Config): Promise<OpenHouse> {
  const closers: Closers = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    requireFolder(config.dataDir);
    await requireFreePort('PORT', config.port, config.host);
    const open = config.isProduction ? openForProduction : openForDevelopment;
    return { close, demoStaff: await open(config, closers) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openForProduction(config: Config, closers: Closers): Promise<string[]> {
  const { databaseUrl = '', smtpUrl = '' } = config;
  await migrate(databaseUrl);
  const module = AppModule.on({ config, databaseUrl, smtpUrl });
  const app = await createHttpServer(module, { ...config, clientDir: CLIENT_DIR });
  closers.push(() => app.close());
  await app.listen(config.port, config.host);
  return [];
}

/** What only development has is loaded only here: production is installed without the packages it needs. */
async function openForDevelopment(config: Config, closers: Closers): Promise<string[]> {
  await requireFreePort('DEMO_SITE_PORT', config.demoSitePort, 'localhost');
  const databaseUrl = config.databaseUrl ?? (await openDatabase(config, closers));
  await migrate(databaseUrl);
  const { Demo } = await import('./demo/demo.js');
  const demo = await Demo.open(config);
  closers.push(() => demo.close());
  const module = AppModule.on({ config, databaseUrl, smtpUrl: demo.smtpUrl }, [demo.module]);
  const app = await createHttpServer(module, { ...config, clientDir: CLIENT_DIR });
  closers.push(() => app.close());
  showApi(app);
  await app.init();
  const demoStaff = await demo.plant(app);
  await app.listen(config.port, config.host);
  return demoStaff;
}

async function openDatabase(config: Config, closers: Closers): Promise<string> {
  const { startEmbeddedPostgres } = await import('./platform/database/embedded-postgres.js');
  const postgres = await startEmbeddedPostgres(config.dataDir);
  closers.push(() => postgres.stop());
  return postgres.url;
}

function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = 'no reason given' } = error as { code?: string };
    throw new CannotStart(
      `The data folder ${folder} cannot be written (${code}). Choose another: DATA_DIR=/path npm start`,
    );
  }
}

/** Asked before anything else starts, so that the answer comes at once. */
async function requireFreePort(name: string, port: number, host: string): Promise<void> {
  // Two addresses go by this name, and whoever sits on one of them answers for the house.
  const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  for (const address of addresses) await requireFreeAddress(name, port, address);
}

async function requireFreeAddress(name: string, port: number, address: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code = '' }: { code?: string }) => {
      if (address === '::1' && NO_IPV6.has(code)) return resolve();
      const why = code === 'EADDRINUSE' ? 'is already in use' : `cannot be used (${code})`;
      reject(new CannotStart(`Port ${port} ${why}. Choose another: ${name}=${port + 100} npm start`));
    });
    server.listen(port, address, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}
