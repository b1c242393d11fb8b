import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts one PostgreSQL for all stories, with a migrated template that each story file copies. */
export default async function startPostgres() {
  execFileSync('node', ['tools/build.ts', 'server'], { stdio: 'inherit' });
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/database/embedded-postgres.js');
  const { migrate } = await import('../../dist/src/platform/database/migrate.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'haus-stories-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres(dataDir);
  await migrate(postgres.url);
  process.env.STORY_DATABASE_URL = postgres.url;
  globalThis.storyPostgres = { ...postgres, dataDir };
}
