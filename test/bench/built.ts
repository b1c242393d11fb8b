// What the bench takes from the built house, so that it needs no compiler of its own.
import type { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import type { freePort } from '../../src/platform/database/free-port.js';
import type { migrate } from '../../src/platform/database/migrate.js';

interface Built {
  startEmbeddedPostgres: typeof startEmbeddedPostgres;
  freePort: typeof freePort;
  migrate: typeof migrate;
}

/** Only after the build. */
export async function built(): Promise<Built> {
  const from = (name: string) =>
    import(`../../dist/src/platform/database/${name}.js`) as Promise<Partial<Built>>;
  const parts = await Promise.all(['embedded-postgres', 'free-port', 'migrate'].map(from));
  return Object.assign({}, ...parts) as Built;
}
