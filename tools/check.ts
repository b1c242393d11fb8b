// What a reviewer should never have to say: format, lint, types, walls, picture. Ends with code 1 if one fails.
import { spawnSync } from 'node:child_process';

/** Name of each check and its command. */
export const checks: [name: string, ...command: string[]][] = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['lint', 'eslint', '--max-warnings', '0', '.'],
  ['types', 'tsc', '--noEmit'],
  ['types of the client', 'tsc', '--noEmit', '-p', 'client/tsconfig.json'],
  ['walls', 'depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'client/src'],
  ['picture', 'node', 'tools/picture.ts', '--check'],
];

/** Runs every check, also after one has failed, and says which did. */
export function runChecks(): { passed: number; failed: number } {
  const failures = checks.filter(([name, program = '', ...options]) => {
    const { status } = spawnSync(program, options, { stdio: 'inherit' });
    process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name}\n`);
    return status !== 0;
  });
  return { passed: checks.length - failures.length, failed: failures.length };
}

if (import.meta.main) process.exitCode = runChecks().failed > 0 ? 1 : 0;
