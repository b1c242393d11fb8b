import { JobQueue } from '../../src/platform/events/job-queue.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import { eventually, reactionsAreDone } from './mail-rows.js';
import type { StoryHouse } from './story-house.js';

/** The clock of a story is moved by hand, and so is what it wakes. Done when the work is, and no mail waits any more. */
export async function wake(house: StoryHouse, queue: string): Promise<void> {
  const { apps, database } = house;
  const [app] = apps;
  await app.get(Transactions).run((tx) => app.get(JobQueue).send(tx, queue, {}));
  await eventually(async () => {
    const [row] = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry', 'active')`,
      [queue],
    );
    return row?.count;
  }, 0);
  await mailsAreOut(house);
}

/** Done when all reactions are, and no mail waits for its first try. */
export async function mailsAreOut(house: StoryHouse): Promise<void> {
  await reactionsAreDone(house);
  await eventually(async () => {
    const [row] = await house.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM mails WHERE state = 'queued'`,
    );
    return row?.count;
  }, 0);
}

/** What failed is tried again at the next look, however long it was to wait. */
export async function retryJobsNow({ database }: StoryHouse): Promise<void> {
  await database.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
}
