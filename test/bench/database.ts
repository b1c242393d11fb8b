import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { built } from './built.ts';
import { atTheEnd } from './closers.ts';
import { familyCpuMsOf } from './cpu.ts';
import { BUSY_DAYS, dayAhead, DAYS, PLACES } from './world.ts';

/** The house's own PostgreSQL with its own settings, in a folder that is gone afterwards. */
export class Cluster {
  private readonly url: string;
  private readonly pid: number;

  private constructor(url: string, pid: number) {
    this.url = url;
    this.pid = pid;
  }

  static async start(countsStatements: boolean): Promise<Cluster> {
    const { startEmbeddedPostgres } = await built();
    const dataDir = mkdtempSync(join(tmpdir(), 'haus-bench-'));
    chmodSync(dataDir, 0o755);
    atTheEnd(() => rmSync(dataDir, { recursive: true, force: true }));
    let postgres = await startEmbeddedPostgres(dataDir);
    if (countsStatements) {
      await query(postgres.url, "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
      await query(postgres.url, 'ALTER SYSTEM SET pg_stat_statements.track_planning = on');
      await postgres.stop();
      postgres = await startEmbeddedPostgres(dataDir);
    }
    atTheEnd(() => postgres.stop());
    const [settings] = await query<{ folder: string }>(
      postgres.url,
      "SELECT current_setting('data_directory') AS folder",
    );
    const [pid] = readFileSync(join(settings?.folder ?? '', 'postmaster.pid'), 'utf8').split('\n');
    return new Cluster(postgres.url, Number(pid));
  }

  /** A database with the house's schema and so many stored dates. */
  async fill(size: number): Promise<Database> {
    const { migrate } = await built();
    await query(this.url, `CREATE DATABASE haus_${size}`);
    const url = this.url.replace(/\/haus$/, `/haus_${size}`);
    await migrate(url);
    const database = new Database(url, this.pid);
    await database.run('fill.sql', {
      size,
      days: DAYS,
      busy: BUSY_DAYS,
      first: dayAhead(0),
      places: JSON.stringify(PLACES),
    });
    return database;
  }
}

/** A database of the bench, spoken to directly. */
export class Database {
  readonly url: string;
  private readonly pid: number;

  constructor(url: string, pid: number) {
    this.url = url;
    this.pid = pid;
  }

  /** Processor time of PostgreSQL so far, in milliseconds. */
  get cpuMs(): number {
    return familyCpuMsOf(this.pid);
  }

  query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return query<Row>(this.url, text, values);
  }

  /** Runs a script of sql/, one statement after the other on one connection. */
  async run(script: string, words: Record<string, string | number>): Promise<void> {
    const statements = scriptOf(script, words).split(/;\n/);
    await connected(this.url, async (client) => {
      for (const statement of statements) if (statement.trim() !== '') await client.query(statement);
    });
  }

  /** Jobs of a round that nobody has done yet. They are thrown away, so that the next round starts in peace. */
  async dropBacklog(): Promise<number> {
    const rows = await this.query("DELETE FROM pgboss.job WHERE state < 'active' RETURNING 1");
    return rows.length;
  }

  /** Takes away what the load has added, so that every case meets the same data. */
  clear(): Promise<void> {
    return this.run('clear.sql', {});
  }

  async deadlocks(): Promise<number> {
    const [row] = await this.query<{ deadlocks: string }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    return Number(row?.deadlocks ?? 0);
  }
}

/** A script with its `:words` filled in. */
export function scriptOf(script: string, words: Record<string, string | number>): string {
  const text = readFileSync(join(import.meta.dirname, 'sql', script), 'utf8');
  return text.replace(/(?<!:):([a-z]+)\b/g, (word, name: string) => String(words[name] ?? word));
}

async function query<Row>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  return connected(url, async (client) => (await client.query(text, values)).rows as Row[]);
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
