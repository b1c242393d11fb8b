import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blindlySubmitted, formsIn } from '../../support/forms.js';
import { groupLinkOf, invited, type Invited } from '../../support/invited.js';
import { meetingOf } from '../../support/jitsi-side.js';
import { freePort } from '../../../src/platform/database/free-port.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let guest: Invited;
let groupLink: string;

beforeAll(async () => {
  // Nobody answers there.
  const away = `http://127.0.0.1:${await freePort()}`;
  const jitsi = { JITSI_URL: away, JITSI_PROFILE: 'P2', JITSI_DIAL_IN: 'DE +49 231 1234567' };
  house = await openStoryHouse({ environment: jitsi });
  house.clock.moveTo('2026-12-08T12:00');
  guest = await invited(house);
  groupLink = await groupLinkOf(house, guest.group);
  house.clock.moveTo('2026-12-08T18:30');
});
afterAll(() => house.close());

describe('While Jitsi does not answer, whoever presses the button', () => {
  it('reads so, finds the name still there and a button to try again, by any link (503)', async () => {
    for (const path of [guest.link, groupLink]) {
      const refused = await house.http[0].submit(`${path}/enter`, { displayName: 'Ada <3' });
      expect({
        status: refused.status,
        location: refused.headers.get('location'),
        cookies: refused.headers.getSetCookie(),
      }).toEqual({ status: 503, location: null, cookies: [] });
      expect(refused.text).toContain('Der Videoserver antwortet gerade nicht.');
      expect(formsIn(refused.text)).toEqual([{ action: `${path}/enter`, fields: { displayName: 'Ada <3' } }]);
      expect(refused.text).toContain('Noch einmal versuchen');
    }
  });

  it('finds the number and the PIN of the date, by which they come in all the same', async () => {
    const { text } = await house.http[0].submit(`${guest.link}/enter`, { displayName: '' });
    const meeting = await meetingOf(house, guest.occurrenceId);
    expect(text).toContain('href="tel:+492311234567"');
    expect(text.replace(/\D/g, '')).toContain(String(meeting?.pin));
  });

  it('can do so as often as they like: nothing is used up', async () => {
    for (let time = 0; time < 3; time++)
      expect(await blindlySubmitted(house.http[0], guest.link)).toBeGreaterThan(2);
    expect((await house.http[0].raw(guest.link)).text).toContain('Jetzt eintreten');
  });
});
