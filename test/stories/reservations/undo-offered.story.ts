import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf } from '../../support/dates.js';
import { aPlace } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

const few = { expectedParticipants: 2 };

describe('To take a cancellation back is offered', () => {
  it('unless the group has hours enough without the date by what its contact point has set since', async () => {
    const { group } = await aPlace(house);
    const dates = datesOf(house, group);
    const { occurrences, id } = (await dates.reserve({ ...few, date: '2027-01-05' })).body;
    await dates.reserve({ ...few, date: '2027-01-06' });
    expect((await dates.cancel(occurrences[0].id)).body).toHaveProperty('restorableUntil');
    await house.database.query('UPDATE contact_points SET most_weekly_minutes = 180 WHERE id = $1', [
      group.contactPoint.id,
    ]);
    expect((await dates.show(id)).body.occurrences[0]).not.toHaveProperty('restorableUntil');
    expect((await dates.restore(occurrences[0].id)).body).toMatchObject({
      code: 'roomAlreadyTaken',
      dates: [{ verdict: 'quota', alternatives: [] }],
    });
  });

  it('while the room is free; whoever tries all the same is offered nothing that cannot be chosen', async () => {
    const { group, rooms } = await aPlace(house);
    const dates = datesOf(house, group);
    const wish = { ...few, roomId: rooms[0].id, date: '2027-01-12' };
    const { occurrences, id } = (await dates.reserve(wish)).body;
    await dates.cancel(occurrences[0].id);
    const second = (await dates.reserve(wish)).body;
    expect((await dates.show(id)).body.occurrences[0]).not.toHaveProperty('restorableUntil');
    expect((await dates.restore(occurrences[0].id)).body).toMatchObject({
      detail: 'Diesen Raum hat Ihre Gruppe zu dieser Zeit schon reserviert.',
      dates: [{ verdict: 'taken', own: { reservationId: second.id }, alternatives: [] }],
    });
    await dates.cancel(second.occurrences[0].id);
    expect((await dates.show(id)).body.occurrences[0]).toHaveProperty('restorableUntil');
  });
});
