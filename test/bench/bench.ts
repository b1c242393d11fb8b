// How fast the house is, beside PostgreSQL alone and a bare Nest-fastify on the same data: npm run bench.
import { spawnSync } from 'node:child_process';
import { cases } from './cases.ts';
import { closeAll } from './closers.ts';
import { Cluster, type Database } from './database.ts';
import { Generator } from './generator.ts';
import { Server } from './house.ts';
import { readOptions, type Options } from './options.ts';
import { runRaces, type Race } from './races.ts';
import { showResults, showSpread } from './report.ts';
import { runCase, type Ground, type Result } from './rounds.ts';
import { growth } from './growth.ts';
import { showStatements } from './statements.ts';
import { showTargets, type Facts } from './targets.ts';

const say = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (spawnSync(process.execPath, ['tools/build.ts', 'server'], { stdio: 'inherit' }).status !== 0)
    throw new Error('The house cannot be built.');
  const cluster = await Cluster.start(options.profile !== undefined);
  const generator = new Generator();
  const facts: Facts = { results: [], races: [], starts: [], peaks: [], growth: undefined };
  const databases: Database[] = [];
  showSpread();
  for (const size of options.sizes) {
    const database = await filled(cluster, size);
    databases.push(database);
    await measureSize({ size, database, generator, options }, facts);
  }
  const [fewest, most] = [databases[0], databases.at(-1)];
  if (fewest && most && fewest !== most && wants(options, 'growth'))
    facts.growth = await growth([fewest, most], { generator, options });
  showTargets(facts);
}

function wants({ only }: Options, name: string): boolean {
  return only.length === 0 || only.includes(name);
}

async function filled(cluster: Cluster, size: number): Promise<Database> {
  const begun = performance.now();
  const database = await cluster.fill(size);
  say(`${size} dates stored in ${Math.round((performance.now() - begun) / 1000)} s.`);
  return database;
}

async function measureSize(of: Pick<Ground, 'size' | 'database' | 'generator' | 'options'>, facts: Facts) {
  const { size, database, options } = of;
  const starts: number[] = [];
  // The first start makes the tables of the job queue.
  await (await Server.house(database.url)).stop();
  for (let start = 0; start < options.rounds; start++) {
    const server = await Server.house(database.url);
    starts.push(server.startMs);
    await server.stop();
  }
  facts.starts.push(...starts);
  const house = await Server.house(database.url, options.profile);
  const bare = await Server.bare(database.url);
  const ground = { ...of, house, bare };
  const results: Result[] = [];
  for (const each of cases.filter(({ name }) => wants(options, name))) {
    say(`${size}: ${each.name}`);
    results.push(...(await runCase(ground, each)));
  }
  const races: Race[] = wants(options, 'races') ? await runRaces(ground) : [];
  facts.results.push(...results);
  facts.races.push(...races);
  facts.peaks.push(house.peakMb);
  showResults(size, results, { peakMb: house.peakMb, starts });
  if (options.profile) await showStatements(database);
  await bare.stop();
  await house.stop();
}

try {
  await main();
} finally {
  await closeAll();
}
process.exit(0);
