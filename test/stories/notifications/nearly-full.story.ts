import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { datesOf } from '../../support/dates.js';
import { anOperator, aPlace } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('When bookings bring a Jitsi server near its capacity', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse({ environment: { JITSI_CAPACITY: '10' } });
  });
  afterAll(() => house.close());

  it('each operator gets one mail for each server and day, of one event for the whole series', async () => {
    const [server] = await house.database.query<{ slug: string }>(
      'SELECT slug FROM meeting_servers WHERE is_open',
    );
    for (let operator = 0; operator < 2; operator++) await anOperator(house);
    const { group } = await aPlace(house);
    const dates = datesOf(house, group);
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    await dates.reserve({ time: '10:00', repeat });
    const again = await dates.reserve({ time: '18:00' });
    expect(again.status).toBe(201);
    const jobs = () =>
      house.database.query<{ servers: { date: string }[] }>(
        `SELECT data->'servers' AS servers FROM pgboss.job
         WHERE name LIKE 'server.nearlyFull/%' AND state = 'completed' ORDER BY created_on`,
      );
    for (let attempt = 0; attempt < 200 && (await jobs()).length < 2; attempt++) await sleep(50);
    const days = (await jobs()).map(({ servers }) => servers.map(({ date }) => date));
    expect(days).toEqual([['2026-12-08', '2026-12-15'], ['2026-12-08']]);
    const operators = await house.database.query<{ email: string }>(
      'SELECT email FROM staff_members WHERE contact_point_id IS NULL',
    );
    expect(operators).toHaveLength(2);
    for (const { email } of operators) {
      await house.mails.waitFor(email, 2);
      const mails = house.mails.to(email).map(({ email: { subject, text } }) => `${subject} ${text}`);
      expect(mails).toHaveLength(2);
      expect(mails.every((mail) => mail.includes(`Videoserver „${server?.slug}“ erwartet`))).toBe(true);
      expect(mails.map((mail) => /am (\d+)\. Dezember/.exec(mail)?.[1]).sort()).toEqual(['15', '8']);
    }
  });
});
