import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invited } from '../../support/invited.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('Whoever is invited when the door is open already', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse({ startsAt: '2026-12-08T17:46' });
  });
  afterAll(() => house.close());

  it('is told so, and no hour that is over', async () => {
    const { email } = await invited(house, { date: '2026-12-08' });
    const text = house.mails.to(email)[0]?.email.text;
    expect(text).toContain('Die Tür ist schon offen.');
    expect(text).not.toContain('Die Tür öffnet');
  });

  it('hears the hour where it is still to come', async () => {
    const { email } = await invited(house, { date: '2026-12-08', time: '20:30' });
    expect(house.mails.to(email)[0]?.email.text).toContain('Die Tür öffnet um 20:15 Uhr.');
  });
});
