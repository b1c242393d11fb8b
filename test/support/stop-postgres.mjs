import { rmSync } from 'node:fs';

export default async function stopPostgres() {
  const { stop, dataDir } = globalThis.storyPostgres;
  await stop();
  rmSync(dataDir, { recursive: true, force: true });
}
