import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aContactPoint, type ContactPoint } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let here: ContactPoint;

beforeAll(async () => {
  const database = 'postgres://localhost/elsewhere';
  house = await openStoryHouse({
    environment: { NODE_ENV: 'production', DATABASE_URL: database, SMTP_URL: 'smtp://localhost' },
  });
  here = await aContactPoint(house);
});
afterAll(() => house.close());

const path = () => `/api/contact-points/${here.slug}/settings`;
const change = (body: unknown) => house.http[0].send('PATCH', path(), { as: here.staff, body });

describe('In production no address leads to the machine of whoever opens it', () => {
  it.each([
    { origins: ['https://neu.example', 'http://localhost:3001'] },
    { origins: ['https://127.0.0.1'] },
    { website: 'http://localhost:3001/' },
    { imprintUrl: 'http://127.0.0.1/' },
    { privacyUrl: 'https://localhost/' },
  ])('%j is refused (422)', async (body) => {
    expect(await change(body)).toMatchObject({ status: 422, body: { code: 'addressOfThisMachine' } });
  });

  it('a public one is taken', async () => {
    expect(await change({ origins: ['https://neu.example'] })).toMatchObject({
      status: 200,
      body: { origins: ['https://neu.example'], version: 2 },
    });
  });
});
