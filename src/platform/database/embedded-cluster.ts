import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../config/config.js';
import { readOrCreate } from '../secrets/secret-file.js';
import * as place from './cluster-place.js';
import { freePort } from './free-port.js';

const run = promisify(execFile);

const PASSWORD = 'postgres-password';

/** One PostgreSQL data directory with the programs that serve it. */
export class EmbeddedCluster {
  private constructor(
    private readonly programs: string,
    readonly directory: string,
    private readonly account: place.Account | undefined,
    readonly password: string,
  ) {}

  /** Finds or creates the cluster of a data folder. Throws CannotStart when it is there but cannot be opened. */
  static async prepare(dataDir: string): Promise<EmbeddedCluster> {
    const account = place.postgresAccount();
    const directory = place.clusterDirectory(dataDir, account);
    const isThere = place.hasCluster(directory);
    if (isThere && !fs.existsSync(join(dataDir, 'keys', PASSWORD))) {
      throw new CannotStart(
        `The database in ${directory} is there, but its password in ${dataDir}/keys is gone. Bring it back, or remove the database to start anew.`,
      );
    }
    const password = readOrCreate(dataDir, PASSWORD, () => randomBytes(24).toString('hex'));
    const programs = await place.reachablePrograms(account);
    const cluster = new EmbeddedCluster(programs, directory, account, password);
    if (!isThere) await cluster.initialise();
    return cluster;
  }

  /** The cluster of a data folder, if there is one. */
  static async findIn(dataDir: string): Promise<EmbeddedCluster | undefined> {
    const isThere = fs.existsSync(join(dataDir, 'keys', PASSWORD));
    return isThere ? EmbeddedCluster.prepare(dataDir) : undefined;
  }

  /** The port of a server that serves this cluster already, left over by a house that was killed. */
  async runningPort(): Promise<number | undefined> {
    const isRunning = await this.pgCtl('status').then(
      () => true,
      () => false,
    );
    if (!isRunning) return undefined;
    const port = Number(this.postmasterLines()[3]);
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

  /** Whether the process that the lock file names is a server of this directory, and not somebody who got its number. */
  isServerAlive(): boolean {
    const [pid] = this.postmasterLines();
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(this.directory);
    } catch {
      return false;
    }
  }

  /** Forgets a process number that now belongs to somebody else (the machine was switched off). */
  forgetStaleServer(): void {
    fs.rmSync(join(this.directory, 'postmaster.pid'), { force: true });
  }

  /** Made beside and renamed: a start that was cut off leaves no half cluster, and of two starts the first one wins. */
  private async initialise(): Promise<void> {
    const draft = `${this.directory}.new-${process.pid}`;
    const passwordFile = `${draft}.password`;
    fs.rmSync(draft, { recursive: true, force: true });
    fs.writeFileSync(passwordFile, this.password, { mode: 0o600 });
    if (this.account) fs.chownSync(passwordFile, this.account.uid, this.account.gid);
    const options = ['--username=haus', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
    await this.program('initdb', [...options, `--pwfile=${passwordFile}`, '-D', draft])
      .catch((error: unknown) => {
        const { stderr = '' } = error as { stderr?: string };
        throw new CannotStart(
          `The embedded PostgreSQL cannot make its data folder. ${stderr.trim().split('\n').at(-1)}`,
        );
      })
      .finally(() => fs.rmSync(passwordFile, { force: true }));
    try {
      fs.renameSync(draft, this.directory);
    } catch {
      fs.rmSync(draft, { recursive: true, force: true });
    }
  }

  private postmasterLines(): string[] {
    try {
      return fs.readFileSync(join(this.directory, 'postmaster.pid'), 'utf8').split('\n');
    } catch {
      return [];
    }
  }

  private pgCtl(action: string, ...options: string[]) {
    return this.program('pg_ctl', [action, '-D', this.directory, ...options]);
  }

  private program(name: string, options: string[]) {
    return run(join(this.programs, name), options, { ...this.account, cwd: '/', env: { LC_ALL: 'C.UTF-8' } });
  }
}
