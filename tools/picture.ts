// Draws the row of rooms into README.md, as the imports really are. `--check` only compares.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const README = 'README.md';
const MARKERS = /(?<=<!-- picture:start -->).*?(?=<!-- picture:end -->)/s;
const GROUND = ['kernel', 'platform'];

/** What is read of dependency-cruiser's answer. */
interface Cruise {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { ruleSetUsed: { forbidden: { name: string; to: { path?: string } }[] } };
}

interface Arrow {
  from: string;
  to: string;
  asks: boolean;
  hears: boolean;
}

/** Every room and edge from left to right: the rules of the walls name each of them once, in this order. */
function roomsOf({ summary }: Cruise): { row: string[]; edges: string[] } {
  const rules = summary.ruleSetUsed.forbidden;
  const wall = 'through-the-wall-of-';
  const names = rules.flatMap(({ name }) => (name.startsWith(wall) ? name.slice(wall.length) : []));
  const toEdge = rules.find(({ name }) => name === 'edges-stand-apart')?.to.path;
  if (names.length === 0 || toEdge === undefined) {
    throw new Error('.dependency-cruiser.mjs no longer names its rules as tools/picture.ts expects.');
  }
  const isEdge = (name: string) => new RegExp(toEdge).test(`src/${name}/`);
  return { row: names.filter((name) => !isEdge(name)), edges: names.filter(isEdge) };
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** Folds imports between files to arrows between folders. */
function arrowsOf(modules: Cruise['modules']): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { source, dependencies } of modules) {
    for (const { resolved } of dependencies) {
      const from = folderOf(source);
      const to = folderOf(resolved);
      const known = arrows.get(`${from} ${to}`) ?? { from, to, asks: false, hears: false };
      // Reactions import an event to hear it; whatever else is imported is asked.
      const hears = source.endsWith('.reaction.ts') && resolved.endsWith('.events.ts');
      arrows.set(`${from} ${to}`, { ...known, asks: known.asks || !hears, hears: known.hears || hears });
    }
  }
  return [...arrows.values()].filter(({ from, to }) => from !== to);
}

function lineOf({ from, to, asks, hears }: Arrow): string {
  if (asks && hears) return `${from} ==> ${to}`;
  return `${from} ${asks ? '-->' : '-.->'} ${to}`;
}

function draw(cruise: Cruise): string {
  const { row, edges } = roomsOf(cruise);
  const order = [...GROUND, ...row, ...edges];
  const place = ({ from, to }: Arrow) => order.indexOf(from) * order.length + order.indexOf(to);
  const drawn = arrowsOf(cruise.modules).filter(({ from, to }) =>
    [from, to].every((name) => order.includes(name)),
  );
  const isBetweenRooms = ({ to }: Arrow) => !GROUND.includes(to);
  const arrows = drawn.filter(isBetweenRooms).sort((a, b) => place(a) - place(b));
  const indent = (lines: string[]) => lines.map((line) => `  ${line}`);
  const group = (name: string, members: string[]) => [`subgraph ${name}`, ...indent(members), 'end'];
  const lines = [
    ...group('ground', GROUND),
    ...group('row', row),
    ...group('edges', edges),
    'platform --> kernel',
    'row --> ground',
    'edges --> ground',
    ...arrows.map(lineOf),
  ];
  return ['```mermaid', 'flowchart RL', ...indent(lines), '```'].join('\n');
}

function cruise(): Cruise {
  const options = ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const { stdout, stderr, error } = spawnSync('node_modules/.bin/depcruise', options, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error ?? !stdout.startsWith('{')) throw new Error(`dependency-cruiser did not answer. ${stderr}`);
  return JSON.parse(stdout) as Cruise;
}

const readme = readFileSync(README, 'utf8');
if (!MARKERS.test(readme)) throw new Error(`${README} has lost its markers picture:start and picture:end.`);
const drawn = readme.replace(MARKERS, () => `\n\n${draw(cruise())}\n\n`);
const current = await format(drawn, { ...(await resolveConfig(README)), filepath: README });

if (!process.argv.includes('--check')) {
  writeFileSync(README, current);
} else if (current !== readme) {
  console.error(
    'The picture in README.md no longer shows how the rooms see each other. Please run "npm run picture" and commit.',
  );
  process.exit(1);
}
