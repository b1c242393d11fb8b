import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { datesOf } from '../../support/dates.js';
import { invited, type Invited } from '../../support/invited.js';
import { eventually, mailRows, stayIn } from '../../support/mail-rows.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const INVITED_AT = '2026-12-01T09:00';
const DAY = '2026-12-08';
/** When everybody’s minute of the hour after 10 has come. */
const MORNING = '2026-12-07T11:00';

let house: StoryHouse;
beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo(INVITED_AT));

async function remindAt(wallTime: string): Promise<void> {
  house.clock.moveTo(wallTime);
  await wake(house, 'remind-invitees');
}

async function setAccess({ group }: Invited, deed: 'pause' | 'resume'): Promise<void> {
  const as = group.contactPoint.staff;
  expect((await house.http[0].post(`/api/groups/${group.id}/${deed}`, { as })).status).toBe(200);
}

async function statesOf(address: string): Promise<string[]> {
  const rows = await mailRows(house.database, address.replace(/^.*@/, ''));
  return rows
    .filter(({ email, kind }) => email === address && kind === 'reminderDayBefore')
    .map(({ state }) => state);
}

it.each([
  [
    'the date is off',
    ({ group, occurrenceId }: Invited) => datesOf(house, group).cancel(occurrenceId),
    ({ group, occurrenceId }: Invited) => datesOf(house, group).restore(occurrenceId),
  ],
  [
    'the group pauses',
    (place: Invited) => setAccess(place, 'pause'),
    (place: Invited) => setAccess(place, 'resume'),
  ],
])('A reminder that is dropped while %s comes afterwards, and once', async (_, stop, goOn) => {
  const place = await invited(house, { date: DAY });
  const { email } = place;
  await mailsAreOut(house);
  await stayIn(house.database);
  house.mails.refusals.set(email, 451);
  await remindAt(MORNING);
  await stop(place);
  house.mails.refusals.delete(email);
  await house.mails.retryNow(house.database);
  await eventually(() => statesOf(email), ['dropped']);
  await remindAt('2026-12-07T11:01');
  expect(await statesOf(email)).toEqual(['dropped']);
  await goOn(place);
  await mailsAreOut(house);
  for (const time of ['2026-12-07T11:02', '2026-12-07T11:03']) await remindAt(time);
  expect(await statesOf(email)).toEqual(['sent']);
  const reminders = house.mails.to(email).filter((mail) => mail.email.subject?.startsWith('Erinnerung'));
  expect(reminders).toHaveLength(1);
});
