import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wake } from '../../support/clockwork.js';
import { invitedBy } from '../../support/invited.js';
import { subjectsTo } from '../../support/invitees.js';
import { meetingOf } from '../../support/jitsi-side.js';
import { aPlace, type Group } from '../../support/people.js';
import { addServer, dialInOf, newestTo, showInMails } from '../../support/telephone.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const [OLD, NEW] = ['+49 231 1111111', '+49 30 2222222'];

let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_DIAL_IN: `DE ${OLD}` }, startsAt: '2026-12-01T09:00' });
  ({ group } = await aPlace(house));
  await showInMails(house, group);
});
afterAll(() => house.close());

const tellOfNumbers = () => wake(house, 'tell-of-numbers');

describe('Without another server', () => {
  it('a number that the operator changes or takes away is told, and one where there was none', async () => {
    const { email } = await invitedBy(house, group, { date: '2026-12-08' });
    const steps = [
      [[], /nicht mehr/, 'SEQUENCE:1\r\n'],
      [dialInOf('+49 40 3333333'), /Sie können jetzt auch anrufen[^]*\+49 40 3333333/, 'SEQUENCE:2\r\n'],
      [dialInOf(OLD), /ist neu\.[^]*\+49 231 1111111/, 'SEQUENCE:3\r\n'],
    ] as const;
    for (const [dialIn, words, sequence] of steps) {
      await house.database.query('UPDATE meeting_servers SET dial_in = $1', [JSON.stringify(dialIn)]);
      await tellOfNumbers();
      expect(newestTo(house, email).text).toMatch(words);
      expect(newestTo(house, email).entry).toContain(sequence);
    }
    expect(subjectsTo(house, email)).toHaveLength(4);
  });

  it('dates of a house without a server can be called when it gets the first one: that is told', async () => {
    await house.database.query('DELETE FROM meeting_servers');
    const { email, occurrenceId } = await invitedBy(house, group, { date: '2026-12-29' });
    expect((await meetingOf(house, occurrenceId))?.pin).toBeNull();
    await addServer(house, 'erster', NEW);
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
    await wake(house, 'tend-meetings');
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Neues zum Telefon']);
    expect(newestTo(house, email).text).toContain('Sie können jetzt auch anrufen');
    expect(newestTo(house, email).entry).toContain(NEW);
  });
});
