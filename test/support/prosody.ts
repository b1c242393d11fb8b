import { afterAll, jest } from '@jest/globals';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/platform/database/free-port.js';
import { requireProsody } from '../../tools/prosody.js';

const ROOT = join(import.meta.dirname, '..', '..');
const PLUGINS = ['docker/jitsi/prosody-plugins/*.lua', 'test/prosody/mod_*.lua'];
const PATIENCE_MS = 20_000;

jest.setTimeout(60_000);

const started: Prosody[] = [];
/** Whatever a failed story left running. */
afterAll(async () => {
  for (const prosody of started) await prosody.remove();
});

/** A real Prosody on the loopback interface, with the slot guard on its MUC component. */
export class Prosody {
  private process?: ChildProcess;

  private constructor(
    private readonly folder: string,
    readonly port: number,
    /** Of the websocket. */
    readonly httpPort: number,
  ) {}

  /** Starts it with the guard asking there, with this token. */
  static async start(url: string, token: string): Promise<Prosody> {
    const folder = mkdtempSync(join(tmpdir(), 'haus-prosody-'));
    const prosody = new Prosody(folder, await freePort(), await freePort());
    started.push(prosody);
    // The account that Prosody runs under may not be able to read this tree.
    const [plugins, data] = [join(folder, 'plugins'), join(folder, 'data')];
    for (const path of [plugins, data, join(folder, 'certs')]) mkdirSync(path);
    for (const file of globSync(PLUGINS, { cwd: ROOT }))
      copyFileSync(join(ROOT, file), join(plugins, basename(file)));
    const values = {
      plugins,
      data,
      log: join(data, 'prosody.log'),
      port: prosody.port,
      http: prosody.httpPort,
      url,
      token,
    };
    writeFileSync(prosody.configFile, filledIn(join(ROOT, 'test/prosody/prosody.cfg.lua'), values));
    chmodSync(folder, 0o755);
    const account = unprivilegedAccount();
    if (account) chownSync(data, account.uid, account.gid);
    await prosody.up();
    return prosody;
  }

  async up(): Promise<void> {
    const options = ['--config', this.configFile, '-F'];
    const child = spawn(requireProsody(), options, { stdio: 'ignore', ...unprivilegedAccount() });
    this.process = child;
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
      if (await this.answers()) return;
      if (child.exitCode !== null) break;
      await sleep(50);
    }
    throw new Error(`Prosody did not start.\n${this.log}`);
  }

  async down(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  }

  async remove(): Promise<void> {
    await this.down();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get log(): string {
    const file = join(this.folder, 'data', 'prosody.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  private get configFile(): string {
    return join(this.folder, 'prosody.cfg.lua');
  }

  private async answers(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  }
}

/** Prosody refuses to run as root. */
function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (kind: string) => Number(execFileSync('id', [kind, 'nobody']));
  return { uid: id('-u'), gid: id('-g') };
}

function filledIn(file: string, values: Record<string, string | number>): string {
  return readFileSync(file, 'utf8').replace(/@(\w+)@/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}
