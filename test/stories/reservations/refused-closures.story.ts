import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aContactPoint, type ContactPoint } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const UNKNOWN = '01a20000-0000-7000-8000-000000000000';
const CHRISTMAS = { from: { date: '2026-12-24' }, to: { date: '2026-12-26' } };

describe('A closure that nobody can mean', () => {
  let house: StoryHouse;
  let here: ContactPoint;

  beforeAll(async () => {
    house = await openStoryHouse();
    here = await aContactPoint(house);
  });
  afterAll(() => house.close());

  const send = (path: string, body: unknown) => house.http[0].post(path, { as: here.staff, body });
  const list = async () => (await house.http[0].get('/api/closures', { as: here.staff })).body;
  const day = (date: string, time?: string) => ({ date, time });

  it.each([
    ['ends before it begins', day('2026-12-24'), day('2026-12-23'), false, 'closureEndsBeforeItBegins'],
    [
      'ends when it begins',
      day('2026-12-24', '10:00'),
      day('2026-12-24', '10:00'),
      false,
      'closureEndsBeforeItBegins',
    ],
    ['is over', day('2026-11-01'), day('2026-11-30'), false, 'closurePast'],
    ['lasts for ever', day('2026-12-24'), day('2199-12-31'), false, 'closureTooLong'],
    ['never opens again', day('2026-01-01'), day('2026-12-31'), true, 'yearlyClosureTooLong'],
  ])('is refused, and nothing is stored: it %s', async (_, from, to, isYearly, code) => {
    for (const path of ['/api/closures', '/api/closures/preview']) {
      const answer = await send(path, { from, to, isYearly });
      expect(answer).toMatchObject({ status: 422, body: { code } });
    }
    expect(await list()).toEqual({ items: [], nextCursor: null });
  });

  it.each([
    [{}],
    [{ from: CHRISTMAS.from }],
    [{ ...CHRISTMAS, from: { date: '2026-02-30' } }],
    [{ ...CHRISTMAS, from: { date: '2026-12-24', time: '24:00' } }],
    [{ ...CHRISTMAS, to: { date: '2026-12-24', time: '24:01' } }],
    [{ ...CHRISTMAS, to: { date: '2026-12-24', time: '25:00' } }],
    [{ ...CHRISTMAS, from: '2026-12-24T00:00:00Z' }],
    [{ ...CHRISTMAS, roomId: 'ahorn' }],
    [{ ...CHRISTMAS, roomId: null }],
    [{ ...CHRISTMAS, isYearly: 'ja' }],
    [{ ...CHRISTMAS, dates: 'delete' }],
    [{ ...CHRISTMAS, reason: 'x'.repeat(201) }],
    [{ ...CHRISTMAS, reason: 'zwei\nZeilen' }],
    [{ ...CHRISTMAS, reason: '' }],
    [{ ...CHRISTMAS, contactPointId: UNKNOWN }],
    [{ ...CHRISTMAS, scope: 'house' }],
    [{ ...CHRISTMAS, id: UNKNOWN, version: 3 }],
    [[CHRISTMAS]],
  ])('or has the wrong shape (400): %j', async (body) => {
    expect((await send('/api/closures', body)).status).toBe(400);
    expect((await send('/api/closures/preview', body)).status).toBe(400);
  });
});
