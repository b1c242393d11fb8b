import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import { PacketClient } from '../../../src/platform/database/packet-client.js';
import { QuickLine } from '../../../src/platform/database/quick-line.js';
import { emptyDatabase, type StoryDatabase } from '../../support/database.js';
import { eventually } from '../../support/mail-rows.js';

jest.setTimeout(60_000);

let database: StoryDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
  await database.query('CREATE TABLE notes (word text PRIMARY KEY)');
});
afterAll(() => database.drop());

/** Answers as values, refusals as SQLSTATE. */
async function outcomes(asked: Promise<{ rows: unknown[] }>[]) {
  const settled = await Promise.allSettled(asked);
  return settled.map((each) =>
    each.status === 'fulfilled' ? each.value.rows : (each.reason as { code?: string }).code,
  );
}

describe('Statements that are asked in one turn', () => {
  let client: PacketClient;

  beforeEach(async () => {
    client = new PacketClient({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await database.query('TRUNCATE notes');
  });

  const half = (of: number) => client.query('SELECT 12 / $1::int AS n', [of]);
  const note = (word: string) => client.query('INSERT INTO notes (word) VALUES ($1)', [word]);
  const words = () => database.query<{ word: string }>('SELECT word FROM notes ORDER BY word');

  it('are answered each with its own, the first time and later', async () => {
    for (const round of [1, 2]) {
      const asked = Array.from({ length: 50 }, (_, index) =>
        client.query(`SELECT $1::int AS n${index % 7}`, [index * round]),
      );
      const expected = asked.map((_, index) => [{ [`n${index % 7}`]: index * round }]);
      expect(await outcomes(asked)).toEqual(expected);
    }
  });

  it('read and write values as pg does', async () => {
    const values = [
      ...[null, true, 7, 'äöü "\'\\ ', new Date('2026-12-01T17:00:00.123Z'), Buffer.from([0, 255])],
      ...[{ a: [1, null] }, ['x', null, 'y,"z'], [1, 2], '{}'],
    ];
    const text = `SELECT $1::text AS a, $2::bool AS b, $3::int AS c, $4::text AS d, $5::timestamptz AS e,
      $6::bytea AS f, $7::jsonb AS g, $8::text[] AS h, $9::int[] AS i, $10::int[] AS j, 3::bigint AS k`;
    const plain = new pg.Client({ connectionString: database.url });
    await plain.connect();
    const expected = (await plain.query(text, values)).rows;
    await plain.end();
    expect(await outcomes([client.query(text, values), client.query(text, values)])).toEqual([
      expected,
      expected,
    ]);
  });

  it('say how many rows were written', async () => {
    await Promise.all([note('one'), note('two')]);
    const answers = await Promise.all([
      client.query('UPDATE notes SET word = word || $1', ['!']),
      client.query('SELECT word FROM notes WHERE word = $1', ['none']),
      client.query('BEGIN', []),
      client.query('ROLLBACK', []),
    ]);
    expect(answers.map(({ command, rowCount }) => [command, rowCount])).toEqual([
      ['UPDATE', 2],
      ['SELECT', 0],
      ['BEGIN', null],
      ['ROLLBACK', null],
    ]);
  });

  it('fail behind one that is refused, with its error; those before it are answered', async () => {
    const asked = [half(2), half(0), half(3), note('after')];
    expect(await outcomes(asked)).toEqual([[{ n: 6 }], '22012', '22012', '22012']);
    expect(await outcomes([half(4)])).toEqual([[{ n: 3 }]]);
    expect(await words()).toEqual([]);
  });

  it('are not committed by a COMMIT behind one that is refused', async () => {
    const asked = ['BEGIN', 'COMMIT'].map((word) => () => client.query(word, []));
    const [begin, commit] = asked as [() => Promise<pg.QueryResult>, () => Promise<pg.QueryResult>];
    expect(await outcomes([begin(), note('one'), half(0), note('two'), commit()])).toEqual([
      ...[[], []],
      ...['22012', '22012', '22012'],
    ]);
    await client.query('ROLLBACK', []);
    expect(await words()).toEqual([]);
  });

  it('work once they can, also when they were refused the first time', async () => {
    const later = () => client.query('SELECT word FROM later WHERE word = $1', ['x']);
    expect(await outcomes([later()])).toEqual(['42P01']);
    await database.query('CREATE TABLE later (word text)');
    expect(await outcomes([later(), later()])).toEqual([[], []]);
    expect(await outcomes([half(0)])).toEqual(['22012']);
    expect(await outcomes([half(6)])).toEqual([[{ n: 2 }]]);
  });

  it('are refused when a value is missing, and others go on', async () => {
    expect(await outcomes([client.query('SELECT $1::int, $2::int', [1])])).toEqual(['08P01']);
    expect(await outcomes([half(12)])).toEqual([[{ n: 1 }]]);
  });

  it('come before what is asked after them in another way', async () => {
    const [, counted] = await Promise.all([
      note('one'),
      client.query<{ count: number }>('SELECT count(*)::int AS count FROM notes'),
    ]);
    expect(counted.rows).toEqual([{ count: 1 }]);
  });

  it('fail when a row cannot be read, and the connection goes on', async () => {
    pg.types.setTypeParser(pg.types.builtins.MACADDR, () => {
      throw new Error('unreadable');
    });
    const asked = client.query('SELECT $1::macaddr AS address', ['08:00:2b:01:02:03']);
    await expect(asked).rejects.toThrow('unreadable');
    expect(await outcomes([half(1)])).toEqual([[{ n: 12 }]]);
  });

  it('all fail when the connection ends', async () => {
    client.on('error', () => undefined);
    const asked = [half(1), client.query('SELECT pg_terminate_backend(pg_backend_pid()), $1', ['']), half(2)];
    const settled = await Promise.allSettled(asked);
    expect(settled.slice(1).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('The line that requests share', () => {
  let line: QuickLine;

  beforeEach(() => {
    line = new QuickLine(database.url);
  });
  afterEach(() => line.onApplicationShutdown());

  const own = async (asking = line) =>
    (await asking.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid'))[0]?.pid;

  it('is one connection for all', async () => {
    const pids = await Promise.all(Array.from({ length: 20 }, () => own()));
    expect(new Set(pids).size).toBe(1);
  });

  it('answers others when one question is refused', async () => {
    const half = (of: number) => line.query('SELECT 12 / $1::int AS n', [of]);
    const settled = await Promise.allSettled([half(2), half(0), half(3), half(0), half(4)]);
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('is opened again after it broke', async () => {
    const before = await own();
    await database.query('SELECT pg_terminate_backend($1)', [before]);
    const answersAnew = async () => {
      const pid = await own().catch(() => before);
      return pid !== before;
    };
    await eventually(answersAnew, true);
  });

  it('is one again after it broke, whoever asks meanwhile', async () => {
    const before = await own();
    await database.query('SELECT pg_terminate_backend($1)', [before]);
    const since = new Set<number | undefined>();
    const asked: Promise<unknown>[] = [];
    // In each turn: some ask between the error of the old line and its end.
    while (since.size === 0) {
      const answer = own().catch(() => before);
      asked.push(answer.then((pid) => pid !== before && since.add(pid)));
      await setImmediate();
    }
    await Promise.all(asked);
    expect(since.size).toBe(1);
  });

  it('fails while PostgreSQL is away, each time anew', async () => {
    const nowhere = new QuickLine('postgresql://haus@127.0.0.1:1/haus');
    await expect(own(nowhere)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(own(nowhere)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await nowhere.onApplicationShutdown();
  });
});
