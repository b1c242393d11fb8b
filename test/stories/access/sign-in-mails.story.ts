import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailsAreOut } from '../../support/clockwork.js';
import { aGroup, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  // The limit holds where a mail server is configured: there the mails go to people.
  house = await openStoryHouse({ environment: { SMTP_URL: 'smtp://mail.example' } });
  group = await aGroup(house);
});
afterAll(() => house.close());

const start = (email: string) =>
  house.http[0].post('/api/sign-ins', { body: { contactPoint: group.contactPoint.slug, email } });

describe('Nobody can have a mailbox filled', () => {
  /** Five requests in both ways to write the address; all are answered alike. */
  const startFiveTimes = async () => {
    for (let count = 0; count < 5; count++) {
      const address = count % 2 === 0 ? group.email : group.email.toUpperCase();
      expect((await start(address)).status).toBe(202);
    }
  };
  const mailsSoFar = async () => {
    await mailsAreOut(house);
    return house.mails.to(group.email).length;
  };

  it('three mails an hour go to one address, and the answer stays the same', async () => {
    await startFiveTimes();
    // The grant mail, the sign-in of the builder and two more.
    expect(await mailsSoFar()).toBe(4);
    const held = await house.database.query(`SELECT 1 FROM sign_ins WHERE person_id IS NULL`);
    expect(held).toHaveLength(3);
  });

  it('and ten a day', async () => {
    for (const mails of [7, 10, 11, 11]) {
      // An hour goes by.
      await house.database.query(`DELETE FROM rate_limits WHERE key LIKE 'sign-in-mails:%'`);
      await startFiveTimes();
      expect(await mailsSoFar()).toBe(mails);
    }
  });
});
