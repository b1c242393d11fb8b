import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { doorOf, invitedBy } from '../../support/invited.js';
import { jitsiOf, meetingOf } from '../../support/jitsi-side.js';
import { stayIn } from '../../support/mail-rows.js';
import { aPlace } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

const enter = (link: string) => house.http[0].submit(`${link}/enter`, { displayName: 'Ada' });

it('While all seats are taken nobody new is sent to Jitsi, but whoever leads or comes back', async () => {
  const place = await aPlace(house);
  await stayIn(house.database);
  const { link, occurrenceId } = await invitedBy(house, place.group, { date: '2026-12-15' });
  house.clock.moveTo('2026-12-15T18:00');
  const ticket = (await enter(link)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { room } = (await meetingOf(house, occurrenceId)) ?? {};
  const tell = (participants: number) => jitsiOf(house).beat([{ room, participants }]);
  const comeBack = () =>
    house.http[0].raw('/wieder', {
      method: 'POST',
      body: '',
      headers: { cookie: ticket, 'content-type': 'application/x-www-form-urlencoded' },
    });
  await tell(12);
  const refused = await enter(link);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Im Treffen sind gerade alle Plätze besetzt.');
  expect((await comeBack()).status).toBe(303);
  expect((await enter(await doorOf(house, place.group, occurrenceId))).status).toBe(303);
  await tell(11);
  expect((await enter(link)).status).toBe(303);
  await tell(12);
  house.clock.moveTo('2026-12-15T18:02');
  expect((await enter(link)).status).toBe(303);
});
