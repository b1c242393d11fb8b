import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aGroup, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  house = await openStoryHouse();
  group = await aGroup(house);
});
afterAll(() => house.close());

const start = (email: string) =>
  house.http[0].post('/api/sign-ins', { body: { contactPoint: group.contactPoint.slug, email } });

describe('Nobody can have a mailbox filled', () => {
  it('ten mails an hour go to one address, and the answer stays the same', async () => {
    const answers: number[] = [];
    for (let count = 0; count < 14; count++) {
      const address = count % 2 === 0 ? group.email : group.email.toUpperCase();
      answers.push((await start(address)).status);
    }
    expect(answers).toEqual(Array.from({ length: 14 }, () => 202));
    // The grant mail, the sign-in of the builder and nine more.
    await house.mails.waitFor(group.email, 11);
    const bystander = await aGroup(house, group.contactPoint);
    expect(house.mails.to(bystander.email)).toHaveLength(2);
    expect(house.mails.to(group.email)).toHaveLength(11);
    const held = await house.database.query(`SELECT 1 FROM sign_ins WHERE person_id IS NULL`);
    expect(held.length).toBeGreaterThanOrEqual(5);
  });
});
