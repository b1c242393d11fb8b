import type { StoryDatabase } from './database.js';

/** Every table in which a word stands, in whatever column. */
export async function tablesWith(database: StoryDatabase, word: string): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await database.query(`SELECT 1 FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%'`, [
        word,
      ]);
      return rows.length > 0 ? [name] : [];
    }),
  );
  return found.flat();
}
