import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf } from '../../support/dates.js';
import { aPlace } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

describe('Who wishes against a rule is told what helps', () => {
  it('where the house never closes, a meeting ends on its day', async () => {
    const { group } = await aPlace(house, { opens_at: '00:00', closes_at: '24:00' });
    const dates = datesOf(house, group);
    const { status, body } = await dates.reserve({ time: '23:30', minutes: 60 });
    expect([status, body.code]).toEqual([422, 'outsideHours']);
    expect(body.detail).toMatch(/^Ein Termin endet am selben Tag, spätestens um 24:00 Uhr\./);
    expect((await dates.reserve({ time: '23:30', minutes: 30 })).status).toBe(201);
  });

  it('when the time of a series changes that reaches further by now than one may reserve', async () => {
    const { group } = await aPlace(house);
    const dates = datesOf(house, group);
    const repeat = { kind: 'weekly', interval: 1, count: 3 };
    const { id } = (await dates.reserve({ date: '2027-02-23', repeat })).body;
    await house.database.query('UPDATE contact_points SET horizon_months = 3 WHERE id = $1', [
      group.contactPoint.id,
    ]);
    const refused = await dates.moveSeries(id, { time: '19:00' });
    expect([refused.status, refused.body.code]).toEqual([422, 'beyondHorizon']);
    expect(refused.body.detail).toMatch(
      /^Der Termin am 2\. März 2027 .* Bitte sagen Sie diesen Termin vorher ab, oder ändern Sie die anderen Termine einzeln\.$/,
    );
  });
});
