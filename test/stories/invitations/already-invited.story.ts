import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf } from '../../support/dates.js';
import { inviteesOf } from '../../support/invitees.js';
import { aPlace } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const ADA = 'ada@gast.example';
const BEN = 'ben@gast.example';

describe('Whoever invites hears how many are invited now, and how many were', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  /** A series of three with room for invitees of all of it and of its second date. */
  async function aSeries() {
    const { group } = await aPlace(house);
    const { body } = await datesOf(house, group).reserve({
      repeat: { kind: 'weekly', interval: 1, count: 3 },
    });
    return {
      group,
      toAll: inviteesOf(house, group, `/api/reservations/${body.id}`),
      toOne: inviteesOf(house, group, `/api/occurrences/${body.occurrences[1]?.id ?? ''}`),
    };
  }

  it('everybody once, however often they are named', async () => {
    const { toOne } = await aSeries();
    const first = await toOne.invite(ADA, ADA.toUpperCase());
    expect(first.body).toMatchObject({ invited: 1, alreadyInvited: 0 });
    expect((await toOne.invite(ADA, BEN)).body).toMatchObject({ invited: 1, alreadyInvited: 1 });
    expect((await toOne.invite(ADA, BEN)).body).toMatchObject({ invited: 0, alreadyInvited: 2 });
    await toOne.withdraw(first.body.items[0]?.id ?? '');
    expect((await toOne.invite(ADA, BEN)).body).toMatchObject({ invited: 1, alreadyInvited: 1 });
  });

  it('also those who are invited to all dates', async () => {
    const { toAll, toOne } = await aSeries();
    expect((await toAll.invite(ADA)).body).toMatchObject({ invited: 1, alreadyInvited: 0 });
    expect((await toOne.invite(ADA)).body).toMatchObject({ items: [], invited: 0, alreadyInvited: 1 });
  });

  it('the same when they ask again because the answer was lost', async () => {
    const { group, toOne } = await aSeries();
    const inviteAgain = () =>
      house.http[0].post(toOne.path, {
        as: group.representative,
        body: { invitees: [{ email: ADA }, { email: BEN }] },
        headers: { 'idempotency-key': 'einladen' },
      });
    await toOne.invite(ADA);
    const first = await inviteAgain();
    expect(first.body).toMatchObject({ invited: 1, alreadyInvited: 1 });
    expect((await inviteAgain()).text).toBe(first.text);
    await house.database.query(
      `UPDATE remembered_answers SET status = NULL, answer = NULL WHERE key = 'einladen'`,
    );
    expect((await inviteAgain()).body).toMatchObject({ invited: 1, alreadyInvited: 1 });
  });
});
