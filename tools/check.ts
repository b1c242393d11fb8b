// What a reviewer should never have to say: format, lint, types, walls, picture. Ends with code 1 if one fails.
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Output {
  stdout: string;
  stderr: string;
}

/** Name of each check and its command. */
export const checks: [name: string, ...command: string[]][] = [
  ['lint', 'eslint', '--max-warnings', '0', '.'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['types', 'tsc', '--noEmit'],
  ['types of the client', 'tsc', '--noEmit', '-p', 'client/tsconfig.json'],
  ['walls', 'depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'client/src'],
  ['picture', 'node', 'tools/picture.ts', '--check'],
];

/** Runs every check, also after one has failed, and says which did; as many at once as there are processors. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const waiting = [...checks];
  let passed = 0;
  const runInTurn = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) if (await isPassed(check)) passed++;
  };
  await Promise.all(Array.from({ length: availableParallelism() }, runInTurn));
  return { passed, failed: checks.length - passed };
}

/** What a check says is shown when it is done, so that two do not speak at once. */
async function isPassed([name, program = '', ...options]: string[]): Promise<boolean> {
  const { said, passed } = await run(program, options, { maxBuffer: 2 ** 26 }).then(
    (output) => ({ said: output, passed: true }),
    (failure: unknown) => ({ said: failure as Output, passed: false }),
  );
  process.stdout.write(`${said.stdout}${said.stderr}${passed ? 'ok    ' : 'FAILED'}  ${name}\n`);
  return passed;
}

if (import.meta.main) process.exitCode = (await runChecks()).failed > 0 ? 1 : 0;
