// Builds what is older than its sources: server (nest, swc) and client (vite).
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';

const parts = [
  {
    stamp: 'dist/.server',
    sources: ['src/**/*.ts', 'ormconfig.ts', 'nest-cli.json', '.swcrc', 'package-lock.json'],
    command: ['nest', 'build'],
  },
  {
    stamp: 'dist/.client',
    sources: ['client/**/*', 'vite.config.ts', 'package-lock.json'],
    command: ['vite', 'build', '--logLevel', 'warn'],
  },
];

for (const { stamp, sources, command } of parts) {
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const isStale = sources
    .flatMap((pattern) => globSync(pattern))
    .some((file) => statSync(file).mtimeMs > builtAt);
  if (!isStale) continue;
  const [program = '', ...options] = command;
  const { status, stdout, stderr } = spawnSync(program, options, { encoding: 'utf8' });
  if (status !== 0) {
    console.error(`${stdout}\n${stderr}\n"${command.join(' ')}" failed.`);
    process.exit(1);
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync(stamp, '');
}
