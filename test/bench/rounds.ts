import type { Case, Line } from './cases.ts';
import type { Database } from './database.ts';
import type { Generator } from './generator.ts';
import type { Server } from './house.ts';
import { middleOf, type Measure } from './measure.ts';
import type { Options } from './options.ts';
import { pgbench } from './pgbench.ts';

/** Everything that a measurement needs. */
export interface Ground {
  size: number;
  database: Database;
  house: Server;
  bare: Server;
  generator: Generator;
  options: Options;
}

export interface Result {
  size: number;
  line: string;
  clients: number;
  measure: Measure;
  /** Reactions that were still to come when a round ended, a second of the round. */
  backlog: number;
}

/** V8 still compiles after ten thousand bookings; the processor is then busy with that, too. */
const WARM_UP_SECONDS = 20;
const WARM_UP_ANSWERS = 12_000;
/** More than PostgreSQL alone can hold in a second. */
const FASTEST_FLOOR = 9000;

/**
 * The lines of a case in turn, A B A B, so that what the machine does beside meets all of them; each round begins with
 * the next one, so that none always follows the same other.
 */
export async function runCase(ground: Ground, { lines }: Case): Promise<Result[]> {
  const { options, size } = ground;
  const results: Result[] = [];
  await warmUp(ground, lines);
  for (const clients of options.clients) {
    const rounds = new Map<string, Measure[]>(lines.map(({ name }) => [name, []]));
    let backlog = 0;
    for (let round = 0; round < options.rounds; round++) {
      for (const line of [...lines.slice(round % lines.length), ...lines.slice(0, round % lines.length)]) {
        rounds.get(line.name)?.push(await runLine(ground, line, clients));
        backlog += await ground.database.dropBacklog();
      }
    }
    const perSecond = backlog / options.rounds / options.seconds;
    for (const [line, measures] of rounds)
      results.push({ size, line, clients, measure: middleOf(measures), backlog: perSecond });
  }
  await ground.database.clear();
  return results;
}

/** Until the compiler of Node has seen enough of each line, or patience ends. */
async function warmUp(ground: Ground, lines: readonly Line[]): Promise<void> {
  const short = { ...ground, options: { ...ground.options, seconds: 1 } };
  const patience = Math.min(WARM_UP_SECONDS, 5 * ground.options.seconds);
  for (const line of lines) {
    if (line.by === 'pgbench') continue;
    for (let second = 0, answers = 0; second < patience && answers < WARM_UP_ANSWERS; second++)
      answers += (await runLine(short, line, 32)).answers;
    await ground.database.dropBacklog();
  }
}

let floorBase = 0;

export async function runLine(ground: Ground, line: Line, clients: number): Promise<Measure> {
  const { database } = ground;
  const before = database.cpuMs;
  const measure = await (line.by === 'pgbench'
    ? runFloor(ground, line, clients)
    : runServer(ground, line, clients));
  return { ...measure, databaseCpu: (database.cpuMs - before) / measure.answers };
}

async function runServer(
  { generator, house, bare, options: { seconds } }: Ground,
  line: Exclude<Line, { by: 'pgbench' }>,
  clients: number,
): Promise<Measure> {
  const server = line.by === 'house' ? house : bare;
  const before = server.cpuMs;
  const measure = await generator.load(server.baseUrl, line.wish, { clients, seconds });
  return { ...measure, cpu: (server.cpuMs - before) / measure.answers };
}

function runFloor(
  { database, options: { seconds } }: Ground,
  line: Extract<Line, { by: 'pgbench' }>,
  clients: number,
): Promise<Measure> {
  const base = floorBase;
  floorBase += Math.ceil(seconds * FASTEST_FLOOR);
  return pgbench(line.script, { url: database.url, clients, seconds, base });
}
