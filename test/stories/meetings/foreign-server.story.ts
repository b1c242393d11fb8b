import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupLinkOf, invited, type Invited } from '../../support/invited.js';
import { anOperator } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const SENTENCE = 'Dieses Treffen läuft auf einem fremden Videoserver. Wer die Adresse kennt, kommt hinein.';

let house: StoryHouse;
let guest: Invited;
let groupLink: string;

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_PROFILE: 'P0' } });
  guest = await invited(house);
  groupLink = await groupLinkOf(house, guest.group);
});
afterAll(() => house.close());

const setProfile = (profile: string) =>
  house.database.query('UPDATE meeting_servers SET profile = $1', [profile]);
const pages = async () =>
  Promise.all([guest.link, groupLink].map(async (path) => (await house.http[0].raw(path)).text));
const atDesk = async () =>
  (await house.http[0].get('/api/servers/doors', { as: guest.group.contactPoint.staff })).body;

describe('Where a server has no door', () => {
  it('the page behind each link says so, and so does the desk', async () => {
    for (const page of await pages()) expect(page).toContain(SENTENCE);
    expect(await atDesk()).toEqual({ hasForeign: true });
    await setProfile('P1');
    for (const page of await pages()) expect(page).not.toContain('fremden Videoserver');
    expect(await atDesk()).toEqual({ hasForeign: false });
  });

  it('the desk need not know it of a server that takes no new dates', async () => {
    await setProfile('P0');
    await house.database.query('UPDATE meeting_servers SET is_open = false');
    expect(await atDesk()).toEqual({ hasForeign: false });
    for (const page of await pages()) expect(page).toContain(SENTENCE);
  });

  it('tells nothing more, and representatives and visitors nothing', async () => {
    const operator = await anOperator(house);
    const path = '/api/servers/doors';
    expect((await house.http[0].get(path, { as: operator })).text).toBe('{"hasForeign":false}');
    expect((await house.http[0].get(path, { as: guest.group.representative })).status).toBe(403);
    expect((await house.http[0].get(path)).status).toBe(401);
  });
});
