import type { Database } from './database.ts';

interface Row {
  calls: number;
  total: number;
  mean: number;
  planning: number;
  text: string;
}

/** What PostgreSQL has spent its time on, of all that the house and the floors have sent. */
export async function showStatements(database: Database): Promise<void> {
  await database.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const rows = await database.query<Row>(
    `SELECT calls::int, total_exec_time::int AS total, round(mean_exec_time::numeric, 3)::float AS mean,
       total_plan_time::int AS planning,
       regexp_replace(left(query, 110), '\\s+', ' ', 'g') AS text
     FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
     ORDER BY total_exec_time + total_plan_time DESC LIMIT 30`,
  );
  console.log('\n   total ms     calls   mean ms  planning ms  statement');
  for (const { total, calls, mean, planning, text } of rows)
    console.log(
      `${String(total).padStart(11)}${String(calls).padStart(10)}${mean.toFixed(3).padStart(10)}${String(planning).padStart(13)}  ${text}`,
    );
}
