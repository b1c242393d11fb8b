// Everything there is to prove, in one command: checks, unit, stories, journeys. Nothing is left out silently.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { runChecks } from './check.ts';
import { requireChromium } from './chromium.ts';
import { countJest, countPlaywright, type Count } from './count.ts';
import { requireProsody } from './prosody.ts';

const RESULTS = 'test-results';
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
/** One more than processors: a story waits for mails and for the database as long as it works. */
const WORKERS = availableParallelism() + 1;

const steps: [name: string, run: () => Count | Promise<Count>][] = [
  ['Checks', runChecks],
  ['Build', () => outcomeOf(['node', 'tools/build.ts'])],
  ['Unit', () => runJest('unit')],
  ['Stories', runStories],
  ['Journeys', runJourneys],
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const counts: Count[] = [];
for (const [name, run] of steps) {
  process.stdout.write(`\n== ${name}\n`);
  counts.push(await run());
}
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function outcomeOf([program = '', ...options]: string[]): Count {
  const { status } = spawnSync(program, options, { stdio: 'inherit' });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runJest(project: string): Count {
  const file = `${RESULTS}/${project}.json`;
  const report = ['--json', `--outputFile=${file}`];
  const options = [...jest, `--maxWorkers=${WORKERS}`, '--selectProjects', project, ...report];
  const { status } = spawnSync('node', options, { stdio: ['inherit', 'ignore', 'inherit'] });
  return counted(file, status, countJest);
}

/** Without Prosody the stories of the slot guard fail, each with the same sentence. */
function runStories(): Count {
  try {
    requireProsody();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
  }
  return runJest('stories');
}

function runJourneys(): Count {
  let chromium: string;
  try {
    chromium = requireChromium();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return { passed: 0, failed: 1 };
  }
  const file = `${RESULTS}/journeys.json`;
  const env = { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { status } = spawnSync('playwright', ['test', '--reporter=list,json'], { stdio: 'inherit', env });
  return counted(file, status, countPlaywright);
}

/** A runner that failed without a failed test (it never began, or a file did not load) counts as one failure. */
function counted(file: string, status: number | null, countOf: (report: never) => Count): Count {
  try {
    const { passed, failed } = countOf(JSON.parse(readFileSync(file, 'utf8')) as never);
    const isOdd = failed === 0 && (status !== 0 || passed === 0);
    return { passed, failed: isOdd ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
