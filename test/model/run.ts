// npm run model -- --seeds 500: as many seeds. npm run model -- --seed 17: this one.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { seeds, seed } = parseArgs({
  options: { seeds: { type: 'string' }, seed: { type: 'string' } },
}).values;
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const env = {
  ...process.env,
  ...(seeds !== undefined && { MODEL_SEEDS: seeds }),
  ...(seed !== undefined && { MODEL_SEED: seed }),
};
const { status } = spawnSync(
  'node',
  [...jest, '--selectProjects', 'stories', '--', 'test/model/model.story.ts'],
  { stdio: 'inherit', env },
);
process.exitCode = status ?? 1;
