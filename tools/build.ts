// Builds what is older than its sources: server (nest, swc, then rolldown) and client (vite); one of them when named.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';

const parts = [
  {
    name: 'server',
    stamp: 'dist/.server',
    sources: [
      ...['src/**/*.ts', 'ormconfig.ts', 'nest-cli.json', '.swcrc'],
      ...['tools/bundle.ts', 'package-lock.json'],
    ],
    commands: [
      ['nest', 'build'],
      ['node', 'tools/bundle.ts'],
    ],
  },
  {
    name: 'client',
    stamp: 'dist/.client',
    sources: ['client/**/*', 'vite.config.ts', 'package-lock.json'],
    commands: [['vite', 'build', '--logLevel', 'warn']],
  },
];

const [wanted] = process.argv.slice(2);

for (const { name, stamp, sources, commands } of parts) {
  if (wanted && wanted !== name) continue;
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const isStale = sources
    .flatMap((pattern) => globSync(pattern))
    .some((file) => statSync(file).mtimeMs > builtAt);
  if (!isStale) continue;
  commands.forEach(run);
  mkdirSync('dist', { recursive: true });
  writeFileSync(stamp, '');
}

function run([program = '', ...options]: string[]): void {
  const { status, stdout, stderr } = spawnSync(program, options, { encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${stdout}\n${stderr}\n"${[program, ...options].join(' ')}" failed.`);
  process.exit(1);
}
