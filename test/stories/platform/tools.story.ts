import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countJest, countPlaywright } from '../../../tools/count.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haus-tools-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Nothing is skipped silently', () => {
  it('by Jest', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 };
    expect(countJest(report)).toEqual({ passed: 5, failed: 6 });
    expect(countJest({ ...report, numPendingTests: 0, numTodoTests: 0 })).toEqual({ passed: 5, failed: 1 });
  });

  it('by Playwright', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats })).toEqual({ passed: 5, failed: 4 });
  });
});

describe('A Chromium', () => {
  const program = (name: string, script: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return join(folder, name);
  };
  const ask = (question: string, environment: Record<string, string> = {}) => {
    const script = `import { ${question} } from './tools/chromium.ts'; console.log(${question}());`;
    const env = { PATH: folder, PLAYWRIGHT_BROWSERS_PATH: join(folder, 'none'), ...environment };
    return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
  };

  it('counts only if it runs', () => {
    program('chromium', 'exit 1');
    const works = program('google-chrome', 'exit 0');
    expect(ask('findChromium').stdout.trim()).toBe(works);
  });

  it('that is named must run, too', () => {
    const CHROMIUM_PATH = program('stub', 'exit 1');
    const { status, stderr } = ask('findChromium', { CHROMIUM_PATH });
    expect(status).toBe(1);
    expect(stderr).toContain(`CHROMIUM_PATH is ${CHROMIUM_PATH}`);
  });

  it('is asked of Playwright when the package of the machine does not run', () => {
    const diary = join(folder, 'diary');
    program('chromium', 'exit 1');
    program('apt-get', `echo "apt-get $1" >> ${diary}`);
    program('playwright', `echo "playwright $*" >> ${diary}`);
    expect(ask('requireChromium').stderr).toContain('none could be installed');
    const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
    expect(readFileSync(diary, 'utf8').trim().split('\n')).toEqual(
      isRootOnDebian
        ? ['apt-get update', 'apt-get install', 'playwright install --with-deps chromium']
        : ['playwright install chromium'],
    );
  });
});

describe('After npm ci', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { prepare: string };
  };
  const prepare = () => execFileSync('/bin/sh', ['-c', scripts.prepare], { cwd: folder, stdio: 'pipe' });

  it('every script finds the Node that came along, also when npm forgot to link it', () => {
    cpSync(join(ROOT, 'tools/require-node.mjs'), join(folder, 'tools/require-node.mjs'));
    const bin = `node-${process.platform}-${process.arch}/bin`;
    mkdirSync(join(folder, 'node_modules', bin), { recursive: true });
    mkdirSync(join(folder, 'node_modules/.bin'));
    writeFileSync(join(folder, 'node_modules', bin, 'node'), '');
    prepare();
    const linked = realpathSync(join(folder, 'node_modules/.bin/node'));
    expect(linked).toBe(realpathSync(join(folder, 'node_modules', bin, 'node')));
  });

  it('nothing is missed where there are only the packages, as in the container', () => {
    expect(prepare).not.toThrow();
  });
});
