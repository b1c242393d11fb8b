import { execFile, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scriptOf } from './database.ts';
import { summary, type Measure } from './measure.ts';
import { DAYS, dayAhead, FLOOR_SLOTS } from './world.ts';

const run = promisify(execFile);

export const hasPgbench = spawnSync('pgbench', ['--version']).status === 0;

/** PostgreSQL alone: a script of sql/ by so many clients, latencies from pgbench's own log. */
export async function pgbench(
  script: string,
  { url, clients, seconds, base }: { url: string; clients: number; seconds: number; base: number },
): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'haus-pgbench-'));
  const file = join(folder, script);
  writeFileSync(
    file,
    scriptOf(script, { first: dayAhead(0), slots: FLOOR_SLOTS, days: DAYS, clients, base }),
  );
  const { hostname, port, username, password, pathname } = new URL(url);
  const server = ['-h', hostname, '-p', port, '-U', username];
  const load = ['-c', clients, '-j', 1, '-T', seconds, '-D', 'n=0', '-f', file].map(String);
  const options = [...server, ...load, '-n', '-M', 'prepared', '--log', `--log-prefix=${folder}/log`];
  try {
    const env = { ...process.env, PGPASSWORD: password, PGOPTIONS: '-c timezone=UTC' };
    await run('pgbench', [...options, pathname.slice(1)], { env });
    return summary(latenciesIn(folder), seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The third word of each line, in microseconds. */
function latenciesIn(folder: string): number[] {
  const files = globSync(`${folder}/log*`);
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.filter((line) => line !== '').map((line) => Number(line.split(' ')[2]) / 1000);
}
