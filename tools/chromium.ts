// A Chromium for the journeys: the one named, the machine's, Playwright's, or one installed now.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Path of a Chromium that runs here; undefined when there is none. Throws when CHROMIUM_PATH names none that does. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !runs(named))
    throw new Error(`CHROMIUM_PATH is ${named}, and "${named} --version" does not work.`);
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(':');
  const onPath = folders.flatMap((folder) => NAMES.map((name) => `${folder}/${name}`));
  return [...onPath, chromium.executablePath()].find(runs);
}

/** A file alone proves nothing: Ubuntu's package is a stub that asks for snap, Playwright's may lack libraries. */
function runs(path: string): boolean {
  return (
    existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  );
}

/** The same, after trying to install one. Throws with the sentence that helps. */
export function requireChromium(): string {
  const found = findChromium() ?? installed();
  if (found) return found;
  throw new Error(
    'The journeys need a Chromium and none could be installed. Install one ("apt-get install -y chromium" on Debian, ' +
      '"npx playwright install --with-deps chromium" elsewhere) or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

function installed(): string | undefined {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isRootOnDebian) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quietly = { stdio: 'ignore', env } as const;
    spawnSync('apt-get', ['update'], quietly);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quietly);
    const found = findChromium();
    if (found) return found;
  }
  // The libraries that Playwright's Chromium needs come by apt-get, too.
  const libraries = isRootOnDebian ? ['--with-deps'] : [];
  spawnSync('playwright', ['install', ...libraries, 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  return findChromium();
}
