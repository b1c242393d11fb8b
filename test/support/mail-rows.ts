import { expect } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StoryDatabase } from './database.js';
import type { StoryHouse } from './story-house.js';

/** What the table says of a mail to somebody who is invited. */
export interface MailRow {
  email: string;
  kind: string;
  state: string;
  detail: string | null;
  failures: number;
  /** Seconds from the last try to the next. */
  gap: number | null;
}

/** All mails to invitees whose address ends so, in the order of their making. */
export function mailRows(database: StoryDatabase, domain: string): Promise<MailRow[]> {
  return database.query<MailRow & Record<string, unknown>>(
    `SELECT i.email, m.kind, m.state, m.detail, m.failures,
       extract(epoch FROM m.next_try_at - m.last_try_at)::int AS gap
     FROM mails m JOIN invitees i ON i.id = m.about WHERE i.email LIKE '%@' || $1 ORDER BY m.created_at, m.id`,
    [domain],
  );
}

/** A machine with other work to do takes its time. */
const PATIENCE_MS = 30_000;

/** Waits until the question has the expected answer; on the way out the assertion shows the last answer. */
export async function eventually<T>(ask: () => Promise<T> | T, expected: T): Promise<void> {
  let answer = await ask();
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
    if (JSON.stringify(answer) === JSON.stringify(expected)) break;
    await sleep(50);
    answer = await ask();
  }
  expect(answer).toEqual(expected);
}

/** Done when every reaction to what has happened is, so that its mails are written; what failed comes again later. */
export function reactionsAreDone({ database }: StoryHouse): Promise<void> {
  return eventually(async () => {
    const [row] = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pgboss.job WHERE state IN ('created', 'active')`,
    );
    return row?.count;
  }, 0);
}

/**
 * Waits until mails stand so (`invitation sent`); what is to be tried again later is tried at once, once all that has
 * happened is known.
 */
export async function mailsStand(
  house: StoryHouse,
  ask: () => Promise<string[]>,
  expected: string[],
): Promise<void> {
  const { mails, database } = house;
  await reactionsAreDone(house);
  await eventually(async () => {
    const found = await ask();
    if (found.join() !== expected.join()) await mails.retryNow(database);
    return found;
  }, expected);
}

/** How many mails stand in each state. */
export function tally(rows: MailRow[]): Record<string, number> {
  const states = rows.map(({ state }) => state).sort();
  return Object.fromEntries(
    [...Map.groupBy(states, (state) => state)].map(([state, all]) => [state, all.length]),
  );
}

/** Nobody is signed out while a story moves the clock for days. */
export async function stayIn(database: StoryDatabase): Promise<void> {
  await database.query(`UPDATE sessions SET expires_at = '2100-01-01'`);
}

/** The clock goes back to where a story begins; the outgoing mail forgets that it was later. */
export async function turnBack({ clock, database }: StoryHouse, wallTime: string): Promise<void> {
  clock.moveTo(wallTime);
  await database.query(`UPDATE mail_pace SET spent_until = 'epoch', rests_until = NULL`);
  await database.query(`UPDATE mails SET next_try_at = 'epoch' WHERE next_try_at IS NOT NULL`);
}
