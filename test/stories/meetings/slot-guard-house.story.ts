import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf } from '../../support/dates.js';
import { invitedBy, type Invited } from '../../support/invited.js';
import { inviteesOf } from '../../support/invitees.js';
import { entryIn, meetingOf, tokenIn } from '../../support/jitsi-side.js';
import { eventually } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openGuardedJitsi, type GuardedJitsi } from '../../support/prosody-story.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let jitsi: GuardedJitsi;
let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  jitsi = await openGuardedJitsi();
  house = await openStoryHouse({
    startsAt: '2026-12-08T16:00',
    environment: { JITSI_PROFILE: 'P3', JITSI_SECRET: jitsi.house.token },
  });
  jitsi.house.real = { baseUrl: house.http[0].baseUrl, now: () => house.clock.now() };
  ({ group } = await aPlace(house));
});
afterAll(async () => {
  await jitsi.close();
  await house.close();
});

/** The way that the house sends somebody who presses the button: the room, and the id in the token. */
async function entry({ link }: Omit<Invited, 'group'>): Promise<{ room: string; id: string }> {
  const answer = await house.http[0].submit(`${link}/enter`, { displayName: 'Rosa' });
  expect(answer.status).toBe(303);
  const { room, context } = tokenIn(answer);
  expect(entryIn(answer).url.pathname).toBe(`/${room}`);
  return { room, id: context.user.id };
}

describe('The slot guard and the house', () => {
  it('open a reserved room to those the house sends, withdraw one of them, and close it on a cancellation', async () => {
    const first = await invitedBy(house, group, { time: '18:00', minutes: 60 });
    const second = await invitedBy(house, group, { time: '18:00', minutes: 60 });
    house.clock.moveTo('2026-12-08T17:50');
    await jitsi.house.isHeard();

    const [rosa, eva] = [await entry(first), await entry(second)];
    expect(await jitsi.openRoom(rosa.room)).toBe('in');
    const inside = await jitsi.inRoom(rosa.room, rosa.id);
    await jitsi.house.hears([{ room: rosa.room, participants: 1 }]);

    const invitees = inviteesOf(house, group, `/api/occurrences/${first.occurrenceId}`);
    const [invitee] = await invitees.list();
    expect((await invitees.withdraw(invitee?.id ?? '')).status).toBe(204);
    expect(await inside.isPutOut(rosa.room)).toBe('Ihre Einladung zu diesem Treffen gilt nicht mehr.');
    expect(await inside.enter(rosa.room, 'rosa')).toBe('Ihre Einladung zu diesem Treffen gilt nicht mehr.');

    expect(await jitsi.openRoom(eva.room)).toBe('in');
    const other = await jitsi.inRoom(eva.room, eva.id);
    expect((await datesOf(house, group).cancel(second.occurrenceId)).status).toBe(200);
    expect(await other.isPutOut(eva.room)).toMatch(/^Dieser Raum ist geschlossen/);
  });

  it('keep a room shut before its time, and tell those inside when the meeting is extended', async () => {
    house.clock.moveTo('2026-12-08T19:00');
    const date = await invitedBy(house, group, { time: '21:00', minutes: 60 });
    const { room = '' } = (await meetingOf(house, date.occurrenceId)) ?? {};
    await jitsi.house.isHeard();
    expect(await jitsi.openRoom(room)).toMatch(/^Dieser Raum ist jetzt nicht offen/);

    house.clock.moveTo('2026-12-08T21:30');
    await jitsi.house.isHeard();
    expect(await jitsi.openRoom(room)).toBe('in');
    const rosa = await jitsi.inRoom(room, (await entry(date)).id);
    const lengthTold = async () =>
      Math.round(Number((await rosa.isTold('time_restricted')).at(-1)?.['durationSeconds']));
    const before = await lengthTold();
    expect((await datesOf(house, group).extend(date.occurrenceId)).status).toBe(200);
    // The clock of the house stands still and Prosody's does not: they may be told more often than it changes.
    await eventually(lengthTold, before + 1800);
  });
});
