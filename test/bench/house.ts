import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { built } from './built.ts';
import { atTheEnd } from './closers.ts';
import { cpuMsOf } from './cpu.ts';
import { DOOR_SECRET } from './world.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PATIENCE_MS = 60_000;

/** A server of its own process: the house, or the bare one beside it. */
export class Server {
  private readonly process: ChildProcess;
  readonly baseUrl: string;
  /** From the start of the process to its first 200. */
  readonly startMs: number;

  private constructor(child: ChildProcess, baseUrl: string, startMs: number) {
    this.process = child;
    this.baseUrl = baseUrl;
    this.startMs = startMs;
  }

  /** The house in production, as people start it. */
  static async house(databaseUrl: string, profile?: string): Promise<Server> {
    const environment = {
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATA_DIR: houseDataDir(),
      SMTP_URL: await smtpSink(),
      JITSI_URL: 'https://meet.example',
      // Computed for each date, and never reached.
      JITSI_CAPACITY: '2000000000',
      JITSI_PROFILE: 'P3',
      JITSI_SECRET: DOOR_SECRET,
      LOG_LEVEL: 'error',
      MALLOC_ARENA_MAX: '1',
      MALLOC_TRIM_THRESHOLD_: '131072',
    };
    if (profile) mkdirSync(profile, { recursive: true });
    const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, '--cpu-prof-interval=500'] : [];
    const engine = ['--no-maglev', '--max-semi-space-size=8', '--heap-growing-percent=20'];
    const program = [...flags, ...engine, '--enable-source-maps', 'dist/server/main.js'];
    return Server.start(program, environment, '/health/ready');
  }

  /** Nest on Fastify and nothing else: see bare-server.ts. */
  static bare(databaseUrl: string): Promise<Server> {
    return Server.start(['test/bench/bare-server.ts'], { DATABASE_URL: databaseUrl }, '/ready');
  }

  private static async start(
    program: string[],
    environment: Record<string, string>,
    readyPath: string,
  ): Promise<Server> {
    const { freePort } = await built();
    const port = String(await freePort());
    const baseUrl = `http://127.0.0.1:${port}`;
    const listening = { HOST: '127.0.0.1', PORT: port, PUBLIC_URL: baseUrl };
    const env = { PATH: process.env.PATH, ...listening, ...environment };
    const begun = performance.now();
    const child = spawn(process.execPath, program, {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await answers(child, `${baseUrl}${readyPath}`);
    const server = new Server(child, baseUrl, performance.now() - begun);
    atTheEnd(() => server.stop());
    return server;
  }

  /** The most memory that the process has ever had, in MB. */
  get peakMb(): number {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }

  /** Processor time that the process has used so far, in milliseconds: told in ticks of 10 ms. */
  get cpuMs(): number {
    return cpuMsOf(this.process.pid);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    await once(this.process, 'exit');
  }
}

let dataDir: string | undefined;

/** The same for all starts: the first one makes keys in it, as the first start of any house does. */
function houseDataDir(): string {
  if (dataDir) return dataDir;
  const made = mkdtempSync(join(tmpdir(), 'haus-bench-house-'));
  atTheEnd(() => rmSync(made, { recursive: true, force: true }));
  dataDir = made;
  return made;
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline && child.exitCode === null;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(5);
  }
  child.kill('SIGKILL');
  throw new Error(`Nobody answers at ${url}.`);
}

/** Takes connections and nothing more: no case of the bench sends a mail. */
async function smtpSink(): Promise<string> {
  const server = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  atTheEnd(() => server.close());
  const address = server.address();
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}
