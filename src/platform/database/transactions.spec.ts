import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { RememberedAnswersStore } from '../idempotency/remembered-answers.store.js';
import { HouseKey } from '../secrets/house-key.js';
import { Transactions } from './transactions.js';

const dataDir = mkdtempSync(join(tmpdir(), 'haus-transactions-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

/** Transactions on a source that fails with these codes, one after the other, and the times of its attempts. */
function failingWith(...codes: string[]) {
  const source = new DataSource({ type: 'postgres' });
  const attempts: number[] = [];
  const key = HouseKey.in(dataDir);
  const query = () => Promise.resolve({ rows: [] });
  source.createQueryRunner = () =>
    ({
      manager: {},
      release: () => Promise.resolve(),
      connect: () => {
        attempts.push(performance.now());
        const code = codes.shift();
        return code ? Promise.reject(Object.assign(new Error('x'), { code })) : Promise.resolve({ query });
      },
    }) as never;
  return {
    attempts,
    run: () =>
      new Transactions(source, new RememberedAnswersStore(source, key)).run(() => Promise.resolve('done')),
  };
}

describe('A transaction that PostgreSQL wants again', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is begun anew after a short pause', async () => {
    const { attempts, run } = failingWith('40001', '40P01');
    expect(await run()).toBe('done');
    expect(attempts).toHaveLength(3);
    // A timer may ring a little early.
    for (const [index, at] of attempts.slice(1).entries())
      expect(at - (attempts[index] ?? at)).toBeGreaterThan(3);
  });

  it('is given up after three attempts', async () => {
    const { attempts, run } = failingWith('55P03', '55P03', '55P03');
    await expect(run()).rejects.toMatchObject({ code: '55P03' });
    expect(attempts).toHaveLength(3);
  });

  it('is given up earlier when that took long', async () => {
    const { attempts, run } = failingWith('55P03', '55P03', '55P03');
    // A wait for a lock: the clock is asked when it begins, at each attempt and after it.
    const times = [0, 0, 2000, 2000, 4000];
    jest.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 4000);
    await expect(run()).rejects.toMatchObject({ code: '55P03' });
    expect(attempts).toEqual([0, 2000]);
  });

  it('is not begun anew for anything else', async () => {
    const { attempts, run } = failingWith('23505');
    await expect(run()).rejects.toMatchObject({ code: '23505' });
    expect(attempts).toHaveLength(1);
  });
});
