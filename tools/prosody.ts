// A Prosody for the stories of the slot guard: the one named, the machine's, or one installed now.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Path of a Prosody; undefined when there is none. Throws when PROSODY_PATH names none. */
export function findProsody(): string | undefined {
  const named = process.env['PROSODY_PATH'];
  if (named && !existsSync(named)) throw new Error(`PROSODY_PATH is ${named}, and there is no such file.`);
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(':');
  return [...folders, '/usr/bin', '/usr/local/bin'].map((folder) => `${folder}/prosody`).find(existsSync);
}

/** The same, after trying to install one. Throws with the sentence that helps. */
export function requireProsody(): string {
  const found = findProsody() ?? installed();
  if (found) return found;
  throw new Error(
    'The stories of the slot guard need a Prosody (0.12 or newer) and none could be installed. Install one ' +
      '("apt-get install -y prosody" on Debian) or name one: PROSODY_PATH=/path/to/prosody npm test',
  );
}

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update'], quietly);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'prosody'], quietly);
  return findProsody();
}
