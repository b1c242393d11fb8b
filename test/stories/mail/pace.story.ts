import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, mailRows } from '../../support/mail-rows.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('Mails leave no faster than the house may, and the urgent ones first', () => {
  let house: StoryHouse;
  let group: Group;
  const BEGIN = Temporal.PlainDateTime.from('2026-12-01T09:00');

  beforeAll(async () => {
    // Twenty a minute: five at once, then one each four seconds. Two of the five are for making the place.
    house = await openStoryHouse({ instances: 2, environment: { MAIL_RATE: '20' } });
    ({ group } = await aPlace(house));
  });
  afterAll(() => house.close());

  const sent = () => house.mails.mails.map(({ recipients: [to] }) => to);

  it('over two instances together; a code goes before what waited longer', async () => {
    expect(house.mails.mails).toHaveLength(2);
    const guests = Array.from({ length: 6 }, (_, index) => `gast${index}@takt.example`);
    const { id } = await aDate(house, group, {});
    await house.http[0].post(`/api/occurrences/${id}/invitees`, {
      as: group.representative,
      body: { invitees: guests.map((email) => ({ email })) },
    });
    await eventually(() => sent().length, 5);
    const signIn = { body: { contactPoint: group.contactPoint.slug, email: group.email } };
    await house.http[1]?.post('/api/sign-ins', signIn);
    await eventually(
      () => house.database.query(`SELECT state FROM mails WHERE kind = 'signInCode' AND state <> 'sent'`),
      [{ state: 'queued' }],
    );
    // Longer than anybody looks for what waits.
    await sleep(3000);
    expect(sent()).toHaveLength(5);

    for (const [step, expected] of [group.email, undefined, undefined, undefined].entries()) {
      house.clock.moveTo(BEGIN.add({ seconds: 4 * (step + 1) }).toString());
      await eventually(() => sent().length, 6 + step);
      if (expected) expect(sent().at(-1)).toBe(expected);
    }
    const states = async () => (await mailRows(house.database, 'takt.example')).map(({ state }) => state);
    // The server has the last one a moment before the house has written that down.
    await eventually(
      states,
      guests.map(() => 'sent'),
    );
    expect(sent().slice(2).toSorted()).toEqual([...guests, group.email].toSorted());
  });
});
