import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts one PostgreSQL for all stories, with a migrated template that each story file copies; and makes one key for all
 * their doors, which takes a processor for a second.
 */
export default async function startPostgres() {
  execFileSync('node', ['tools/build.ts', 'server'], { stdio: 'inherit' });
  const { startEmbeddedPostgres } = await import('../../dist/src/platform/database/embedded-postgres.js');
  const { migrate } = await import('../../dist/src/platform/database/migrate.js');
  const dataDir = mkdtempSync(join(tmpdir(), 'haus-stories-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres(dataDir);
  await migrate(postgres.url);
  process.env.STORY_DATABASE_URL = postgres.url;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  process.env.STORY_DOOR_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' });
  globalThis.storyPostgres = { ...postgres, dataDir };
}
