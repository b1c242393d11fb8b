import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { JobQueue } from '../../../src/platform/events/job-queue.js';
import { copyDatabase, type StoryDatabase } from '../../support/database.js';
import { eventually } from '../../support/mail-rows.js';

jest.setTimeout(60_000);

describe('What the clock wakes', () => {
  let database: StoryDatabase;
  const queues: JobQueue[] = [];

  beforeAll(async () => {
    database = await copyDatabase();
  });
  afterAll(async () => {
    for (const queue of queues) {
      await queue.beforeApplicationShutdown();
      await queue.onApplicationShutdown();
    }
    await database.drop();
  });

  async function open(isWoken: boolean, name: string, work: () => void): Promise<void> {
    const queue = new JobQueue(database.url, isWoken);
    queue.wakeAt('30 8 * * *', name, () => {
      work();
      return Promise.resolve();
    });
    await queue.onApplicationBootstrap();
    queues.push(queue);
  }

  const schedules = (name: string) =>
    database.query('SELECT cron, timezone FROM pgboss.schedule WHERE name = $1', [name]);

  it('stands once for all instances, in the time of the house, and works in one of them', async () => {
    let works = 0;
    for (let instance = 0; instance < 2; instance++) await open(true, 'look-round', () => works++);
    expect(await schedules('look-round')).toEqual([{ cron: '30 8 * * *', timezone: 'Europe/Berlin' }]);
    const settings = await database.query('SELECT policy FROM pgboss.queue WHERE name = $1', ['look-round']);
    expect(settings).toEqual([{ policy: 'stately' }]);
    await database.query(`INSERT INTO pgboss.job (name, policy) VALUES ('look-round', 'stately')`);
    await eventually(() => works, 1);
  });

  it('sleeps in a house whose clock is moved by hand', async () => {
    await open(false, 'sleep-on', () => undefined);
    expect(await schedules('sleep-on')).toEqual([]);
  });

  it('has the settings of the version that started last, and is left alone when it has them', async () => {
    const found = () =>
      database.query(`SELECT expire_seconds, updated_on FROM pgboss.queue WHERE name = 'tidy-up'`);
    await open(false, 'tidy-up', () => undefined);
    const made = await found();
    await open(false, 'tidy-up', () => undefined);
    expect(await found()).toEqual(made);
    await database.query(`UPDATE pgboss.queue SET expire_seconds = 7 WHERE name = 'tidy-up'`);
    await open(false, 'tidy-up', () => undefined);
    expect(await found()).toMatchObject([{ expire_seconds: 300 }]);
  });
});
