import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NotePins1764174000000 } from '../../../src/migrations/1764174000000-note-pins.js';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { invitedBy } from '../../support/invited.js';
import { subjectsTo } from '../../support/invitees.js';
import { meetingOf } from '../../support/jitsi-side.js';
import { aPlace, type Group } from '../../support/people.js';
import { newestTo, showInMails } from '../../support/telephone.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { updateAgain } from '../../support/update.js';

const NUMBER = '+49 231 1111111';

let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_DIAL_IN: `DE ${NUMBER}` } });
  ({ group } = await aPlace(house));
  await showInMails(house, group);
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo('2026-12-01T09:00'));

const pinOf = async (id: string) => String((await meetingOf(house, id))?.pin);
/** A representative presses "Zugang zum Videoraum erneuern". */
async function changeRoom(id: string): Promise<void> {
  const path = `/api/occurrences/${id}/change-room`;
  expect((await house.http[0].post(path, { as: group.representative })).status).toBe(200);
  await mailsAreOut(house);
}

describe('Another PIN under the same number', () => {
  it('is told at once and once to whoever has the old one in a mail, and stands in the calendar', async () => {
    const { email, occurrenceId } = await invitedBy(house, group, { date: '2026-12-08' });
    const old = await pinOf(occurrenceId);
    await changeRoom(occurrenceId);
    await wake(house, 'tell-of-numbers');
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Neues zum Telefon']);
    const { text, entry } = newestTo(house, email);
    expect(text).toContain('Die PIN ist neu.');
    expect(text).not.toContain('Telefonnummer ist neu');
    for (const told of [text, entry].map((each) => each.replaceAll(' ', ''))) {
      expect(told).toContain(NUMBER.replaceAll(' ', ''));
      expect(told).toContain(`PIN:${await pinOf(occurrenceId)}`);
      expect(told).not.toContain(old);
    }
    expect(entry).toContain('METHOD:REQUEST');
    expect(entry).toContain('SEQUENCE:1\r\n');
  });

  it('of every date ahead is told when a new group link gives them other rooms', async () => {
    const { email, occurrenceId } = await invitedBy(house, group, { date: '2026-12-09' });
    const path = `/api/groups/${group.id}/link/renew`;
    expect((await house.http[0].post(path, { as: group.representative })).status).toBe(200);
    await mailsAreOut(house);
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Neues zum Telefon']);
    expect(newestTo(house, email).text.replaceAll(' ', '')).toContain(`PIN:${await pinOf(occurrenceId)}`);
  });

  it('is not told where the group shows none in its mails', async () => {
    await showInMails(house, group, false);
    const { email, occurrenceId } = await invitedBy(house, group, { date: '2026-12-10' });
    await changeRoom(occurrenceId);
    await showInMails(house, group);
    await wake(house, 'tell-of-numbers');
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
  });

  it('the update of a house is no news; what changes after it is', async () => {
    const { email, occurrenceId } = await invitedBy(house, group, { date: '2026-12-11' });
    await updateAgain(house, new NotePins1764174000000());
    await wake(house, 'tell-of-numbers');
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
    await changeRoom(occurrenceId);
    expect(newestTo(house, email).text).toContain('Die PIN ist neu.');
  });
});
