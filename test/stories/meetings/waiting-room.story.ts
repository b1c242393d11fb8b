import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jitsiOf, meetingOf } from '../../support/jitsi-side.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let group: Group;
let room: string;

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_PROFILE: 'P2' } });
  ({ group } = await aPlace(house));
  const { id } = await aDate(house, group, {});
  room = (await meetingOf(house, id))?.room ?? '';
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo('2026-12-08T18:00'));

async function setWaitingRoom(hasWaitingRoom: boolean): Promise<void> {
  const path = `/api/groups/${group.id}/invitation-settings`;
  house.clock.moveTo('2026-12-01T09:00');
  const call = { as: group.representative, body: { hasWaitingRoom } };
  const { status, body } = await house.http[0].send('PATCH', path, call);
  expect([status, body['hasWaitingRoom']]).toEqual([200, hasWaitingRoom]);
  house.clock.moveTo('2026-12-08T18:00');
}

/** What Jitsi hears when it opens the room, and when it asks once more. */
async function lobbies(): Promise<unknown[]> {
  const { body } = await jitsiOf(house).open({ name: room, mail_owner: '' });
  const again = await jitsiOf(house).get(`/conference/${String(body['id'])}`);
  return [body['lobby'], again.body['lobby']];
}

describe('Jitsi’s waiting room', () => {
  it('is there for a group until it decides otherwise', async () => {
    expect(await lobbies()).toEqual([true, true]);
    await setWaitingRoom(false);
    expect(await lobbies()).toEqual([false, false]);
    await setWaitingRoom(true);
    expect(await lobbies()).toEqual([true, true]);
  });

  it('is nowhere where the server has none', async () => {
    await house.database.query('UPDATE meeting_servers SET has_lobby = false');
    expect(await lobbies()).toEqual([false, false]);
  });
});
