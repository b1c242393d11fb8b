import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Transactions, type Tx } from '../../../src/platform/database/transactions.js';
import { eventually } from '../../support/mail-rows.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let transactions: Transactions;

beforeAll(async () => {
  house = await openStoryHouse();
  transactions = house.apps[0].get(Transactions);
  await house.database.query('CREATE TABLE notes (word text PRIMARY KEY)');
});
afterAll(() => house.close());

const LONGEST_WAIT = `SELECT extract(epoch FROM current_setting('lock_timeout')::interval)::int AS seconds`;
const write = (tx: Tx, word: string) => tx.query('INSERT INTO notes (word) VALUES ($1)', [word]);
const written = async () =>
  (await house.database.query<{ word: string }>('SELECT word FROM notes ORDER BY word')).map(
    ({ word }) => word,
  );

describe('A command that is given up', () => {
  it('takes everything back before its refusal is put into words, and fails with that', async () => {
    const seen: string[] = [];
    const failed = transactions.run(async (tx) => {
      await write(tx, 'given up');
      return transactions.giveUp(tx, async (manager) => {
        const rows = await manager.query<{ word: string }[]>('SELECT word FROM notes WHERE word = $1', [
          'given up',
        ]);
        seen.push(...rows.map(({ word }) => word));
        return new Error('refused');
      });
    });
    await expect(failed).rejects.toThrow('refused');
    expect(seen).toEqual([]);
    expect(await written()).toEqual([]);
  });

  it('lets others have its locks while the refusal is put into words', async () => {
    const lock = 'SELECT pg_try_advisory_lock(7, $1) AS "isOurs", pg_advisory_unlock(7, $1)';
    const others: unknown[] = [];
    const failed = transactions.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(7, $1)', [1]);
      others.push(await house.database.query(lock, [1]));
      return transactions.giveUp(tx, async (manager) => {
        await manager.query('SELECT $1::int', [1]);
        others.push(await house.database.query(lock, [1]));
        return new Error('refused');
      });
    });
    await expect(failed).rejects.toThrow('refused');
    expect(others).toMatchObject([[{ isOurs: false }], [{ isOurs: true }]]);
  });

  it('fails with what went wrong when the refusal cannot be put into words', async () => {
    const failed = transactions.run((tx) =>
      transactions.giveUp(tx, async (manager) => {
        await manager.query('SELECT $1::int / 0', [1]);
        return new Error('refused');
      }),
    );
    await expect(failed).rejects.toMatchObject({ code: '22012' });
  });
});

describe('A command that waits for what somebody keeps', () => {
  it('is given up within five seconds', async () => {
    const keeper = new pg.Client({ connectionString: house.database.url });
    await keeper.connect();
    await keeper.query('SELECT pg_advisory_lock(7, 2)');
    let attempts = 0;
    const failed = transactions.run((tx) => {
      attempts++;
      return tx.query('SELECT pg_advisory_xact_lock(7, $1)', [2]);
    });
    await expect(failed).rejects.toMatchObject({ code: '55P03' });
    await keeper.end();
    const [wait] = await transactions.run((tx) => tx.query<[{ seconds: number }]>(LONGEST_WAIT));
    // Counted, so that a slow machine is not taken for a slow house.
    expect(attempts * wait.seconds).toBeLessThan(5);
  });
});

describe('The last writes of a command', () => {
  it('are there once it is done, with those before them', async () => {
    const result = await transactions.run(async (tx) => {
      await write(tx, 'one');
      transactions.leaveWith(tx, [write(tx, 'two'), write(tx, 'three')]);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await written()).toEqual(['one', 'three', 'two']);
  });

  it('take everything back with them when PostgreSQL refuses one, and the command fails', async () => {
    const failed = transactions.run(async (tx) => {
      await write(tx, 'four');
      transactions.leaveWith(tx, [write(tx, 'five'), write(tx, 'one'), write(tx, 'six')]);
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    expect(await written()).toEqual(['one', 'three', 'two']);
  });

  it('are taken back when the command itself fails after them', async () => {
    const failed = transactions.run(async (tx) => {
      transactions.leaveWith(tx, [write(tx, 'seven')]);
      await tx.query('SELECT 1');
      throw new Error('changed its mind');
    });
    await expect(failed).rejects.toThrow('changed its mind');
    expect(await written()).toEqual(['one', 'three', 'two']);
  });

  it('say what PostgreSQL refused, also when something failed because of it', async () => {
    const failed = transactions.run(async (tx) => {
      transactions.leaveWith(tx, [write(tx, 'one')]);
      await write(tx, 'eight');
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    expect(await written()).toEqual(['one', 'three', 'two']);
  });

  it('never hide what was refused before them', async () => {
    const failed = transactions.run(async (tx) => {
      const refused = write(tx, 'one');
      transactions.leaveWith(tx, [write(tx, 'nine')]);
      await refused;
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
  });

  it('refused while the command still waits for others, are no surprise to Node', async () => {
    const surprises: unknown[] = [];
    const listen = (reason: unknown) => surprises.push(reason);
    process.on('unhandledRejection', listen);
    const failed = transactions.run(async (tx) => {
      transactions.leaveWith(tx, [write(tx, 'one')]);
      await sleep(100);
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    process.off('unhandledRejection', listen);
    expect(surprises).toEqual([]);
  });

  it('leave no connection behind that stays within a transaction', async () => {
    // The house's own jobs pass through transactions meanwhile; only one that was left stays in its own.
    const within = async () =>
      (
        await house.database.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'`,
        )
      )[0]?.count;
    await eventually(within, 0);
  });
});
