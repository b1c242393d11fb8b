import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDate, aPlace } from '../../support/people.js';
import { addServer } from '../../support/telephone.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

// Long ago, so that no other clock than that of the house is asked.
const MORNING = '2024-12-03T09:00';

describe('The first video server of a house', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse({ environment: { JITSI_URL: '' }, startsAt: MORNING });
  });
  afterAll(() => house.close());

  it('gets all dates that are still ahead by the clock of the house, and none that is over', async () => {
    const { group } = await aPlace(house);
    await aDate(house, group, { date: '2024-12-04' });
    await aDate(house, group, { date: '2024-12-10' });
    house.clock.moveTo('2024-12-06T09:00');
    await addServer(house, 'erster', '+49 30 2222222');
    const dates = await house.database.query(
      'SELECT series_date::text AS date, server_id IS NOT NULL AS "isCarried" FROM occurrences ORDER BY 1',
    );
    expect(dates).toEqual([
      { date: '2024-12-04', isCarried: false },
      { date: '2024-12-10', isCarried: true },
    ]);
  });
});
