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

describe('A date of a series in the hour that the clocks skip', () => {
  it('is no closed one; it is left out by that name, and taken up again only at a time that somebody chooses', async () => {
    const { group } = await aPlace(house, { opens_at: '00:00', closes_at: '24:00' });
    const dates = datesOf(house, group);
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    const wish = { date: '2027-03-21', time: '02:30', minutes: 60, repeat };
    const refused = await dates.reserve(wish);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringMatching(/^Diese Uhrzeit gibt es an diesem Tag nicht/),
    ]);
    expect(refused.body.dates).toMatchObject([{ date: '2027-03-28', timeFault: 'timeDoesNotExist' }]);
    const decisions = [{ date: '2027-03-28', choose: 'leaveOut' }];
    const { id, occurrences } = (await dates.reserve({ ...wish, decisions })).body;
    expect(occurrences[1]).toMatchObject({
      state: 'leftOut',
      reason: 'Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhren werden auf Sommerzeit vorgestellt.',
    });
    const silently = await dates.takeUp(id, { date: '2027-03-28' });
    expect([silently.status, silently.body.dates?.[0]?.alternatives]).toEqual([
      409,
      expect.arrayContaining([{ time: '03:30' }]),
    ]);
    expect((await dates.takeUp(id, { date: '2027-03-28', time: '03:30' })).status).toBe(201);
  });
});
