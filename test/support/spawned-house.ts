import { afterAll, jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/platform/database/free-port.js';
import { HttpCaller } from './http-caller.js';

const ROOT = join(import.meta.dirname, '..', '..');
const IS_OPEN = /The house is open/;
const PATIENCE_MS = 60_000;

jest.setTimeout(120_000);

const started: SpawnedHouse[] = [];
/** Whatever a failed story left running. */
afterAll(async () => {
  for (const house of started) await house.exit('SIGKILL');
});

export interface Exit {
  code: number | null;
  stderr: string;
  /** From the signal, or from the start when there was none. */
  afterMs: number;
}

/** The house as people start it: the built program in a process of its own. */
export class SpawnedHouse {
  stdout = '';
  stderr = '';
  private askedAt = Date.now();

  private constructor(
    private readonly process: ChildProcess,
    readonly http: HttpCaller,
    readonly demoSite: HttpCaller,
  ) {
    process.stdout?.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString();
    });
    process.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
  }

  /** Starts the program on free ports with nothing but this environment. */
  static async start(environment: Record<string, string>): Promise<SpawnedHouse> {
    const ports = { PORT: String(await freePort()), DEMO_SITE_PORT: String(await freePort()) };
    const env = { PATH: process.env.PATH, ...ports, ...environment };
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
      cwd: ROOT,
      env,
    });
    const at = (port: string) => new HttpCaller(`http://localhost:${port}`);
    const house = new SpawnedHouse(child, at(env.PORT), at(env.DEMO_SITE_PORT));
    started.push(house);
    return house;
  }

  /** Starts it and waits until it is open. */
  static async open(environment: Record<string, string>): Promise<SpawnedHouse> {
    const house = await SpawnedHouse.start(environment);
    await house.isOpen();
    return house;
  }

  async isOpen(): Promise<void> {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
      if (IS_OPEN.test(this.stdout)) return;
      if (this.hasExited) break;
      await sleep(50);
    }
    throw new Error(`The house did not open. ${this.stderr}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** How it ended, by itself or by the signal. */
  async exit(signal?: NodeJS.Signals): Promise<Exit> {
    if (signal) {
      this.askedAt = Date.now();
      this.process.kill(signal);
    }
    if (!this.hasExited) await once(this.process, 'close');
    return { code: this.process.exitCode, stderr: this.stderr, afterMs: Date.now() - this.askedAt };
  }

  private get hasExited(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }
}

/** A data folder that PostgreSQL's own account can pass through. */
export function aDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'haus-start-'));
  chmodSync(dataDir, 0o755);
  return dataDir;
}

/** The process number of the PostgreSQL that serves this data folder, if one does. */
export function postgresOf(dataDir: string): number | undefined {
  const [file] = globSync(['postgres/postgres/postmaster.pid', 'database/postgres/postmaster.pid'], {
    cwd: dataDir,
  });
  const pid = file ? Number(readFileSync(join(dataDir, file), 'utf8').split('\n')[0]) : undefined;
  return pid !== undefined && existsSync(`/proc/${pid}`) ? pid : undefined;
}

/** Ends what a killed house left behind, and removes the folder. */
export async function clearAway(dataDir: string): Promise<void> {
  const pid = postgresOf(dataDir);
  if (pid !== undefined) process.kill(pid, 'SIGINT');
  for (let wait = 0; wait < 100 && postgresOf(dataDir) !== undefined; wait++) await sleep(100);
  rmSync(dataDir, { recursive: true, force: true });
}
