import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wake } from '../../support/clockwork.js';
import { datesOf } from '../../support/dates.js';
import { blindlySubmitted } from '../../support/forms.js';
import { doorOf, groupLinkOf, invited, invitedBy } from '../../support/invited.js';
import { entryIn, jitsiOf, meetingOf, secondsAt } from '../../support/jitsi-side.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';

let house: StoryHouse;
let group: Group;
let groupLink: string;

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_PROFILE: 'P3' } });
  ({ group } = await aPlace(house));
  groupLink = await groupLinkOf(house, group);
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.moveTo(MORNING);
  await house.database.query('DELETE FROM trial_slots');
  await house.database.query('DELETE FROM rate_limits');
});

const practise = (link: string, displayName = 'Ada') =>
  house.http[0].submit(`${link}/probe`, { displayName });
const roomBy = async (link: string) => entryIn(await practise(link)).token?.room ?? '';
const guarded = async () => (await jitsiOf(house).beat()).body.slots;
const open = (name: string) =>
  jitsiOf(house).open({ name, start_time: '2026-12-01T08:00:00.000Z', mail_owner: 'abc@meet.jitsi/x' });

describe('The practice room', () => {
  it('is offered on the page and opens long before the date, for a participant by the name they typed', async () => {
    const { link, occurrenceId } = await invited(house);
    expect((await house.http[0].raw(link)).text).toContain(`action="${link}/probe"`);
    const answer = await practise(link);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([303, 'no-store']);
    const { url, token, values } = entryIn(answer);
    expect(`${url.origin}${url.pathname}`).toBe(`https://meet.example/${token?.room}`);
    expect(token?.room).toMatch(/^[0-9a-f]{40}$/);
    expect(token?.room).not.toBe((await meetingOf(house, occurrenceId))?.room);
    expect(token?.exp).toBe(secondsAt('2026-12-01T10:00'));
    expect(token?.context.user).toEqual({ id: expect.any(String), name: 'Ada' });
    expect(values.get('config.subject')).toBe('"Probierraum"');
  });

  it('is there for Jitsi too, for an hour and four people, and opens without waiting to be let in', async () => {
    const { link } = await invited(house);
    const room = await roomBy(link);
    const [slot, ...others] = await guarded();
    expect(others).toEqual([]);
    const [opens, closes] = [secondsAt('2026-12-01T08:59'), secondsAt('2026-12-01T10:00')];
    expect(slot).toMatchObject({ room, opens, closes, max: 4, warn: [], blocked: [] });
    expect(await open(room)).toMatchObject({
      status: 200,
      body: { name: room, max_occupants: 4, lobby: false },
    });
    house.clock.moveTo('2026-12-01T10:00');
    expect(await guarded()).toEqual([]);
    expect((await open(room)).status).toBe(403);
    await wake(house, 'tend-meetings');
    expect(await house.database.query('SELECT * FROM trial_slots')).toEqual([]);
  });

  it('is the same within its hour, also over the full hour, and another one afterwards', async () => {
    const { link } = await invited(house);
    house.clock.moveTo('2026-12-01T09:40');
    const room = await roomBy(link);
    house.clock.moveTo('2026-12-01T10:39');
    const again = entryIn(await practise(link, 'Enkel'));
    expect([again.token?.room, again.token?.exp]).toEqual([room, secondsAt('2026-12-01T10:40')]);
    house.clock.moveTo('2026-12-01T10:40');
    expect(await roomBy(link)).not.toBe(room);
  });

  it('is one for two who press at the same moment', async () => {
    const { link } = await invited(house);
    const rooms = await Promise.all(Array.from({ length: 6 }, () => roomBy(link)));
    expect(new Set(rooms).size).toBe(1);
    expect(await guarded()).toHaveLength(1);
  });

  it('is another each time by the link of a group: many have it who do not expect each other', async () => {
    expect((await house.http[0].raw(groupLink)).text).toContain('Sie sind darin für sich');
    const rooms = [await roomBy(groupLink), await roomBy(groupLink)].sort();
    const slots = await guarded();
    expect(slots.map(({ room }) => room).sort()).toEqual(rooms);
    expect(new Set(rooms).size).toBe(2);
    expect(slots.map(({ max }) => max)).toEqual([4, 4]);
  });

  it('is another for each link: strangers never meet there', async () => {
    const links = [
      (await invited(house)).link,
      (await invited(house, { date: '2026-12-09' })).link,
      groupLink,
      await groupLinkOf(house, (await aPlace(house)).group),
    ];
    const rooms = [];
    for (const link of links) rooms.push(await roomBy(link));
    expect(new Set(rooms).size).toBe(links.length);
    expect(rooms.filter((room) => room === '')).toEqual([]);
  });

  it('makes nobody a moderator, not even a representative', async () => {
    const { occurrenceId, group: own } = await invited(house);
    const { token } = entryIn(await practise(await doorOf(house, own, occurrenceId)));
    expect(token?.context.user).not.toHaveProperty('moderator');
    expect(token?.context).toMatchObject({ features: { moderation: false, lobby: false, recording: false } });
  });

  it('is found by the link of a group however it is typed, and also while no date is planned', async () => {
    const { group: idle } = await aPlace(house);
    const link = await groupLinkOf(house, idle);
    expect((await house.http[0].raw(link)).text).toContain(`action="${link}/probe"`);
    const typed = link.toUpperCase().replace('/G/', '/g/').replaceAll('-', '');
    for (const path of [link, typed]) expect(await roomBy(path)).toMatch(/^[0-9a-f]{40}$/);
  });
});

describe('It opens for nobody', () => {
  it('by a link that is none, was withdrawn, is off or over', async () => {
    const [off, gone, over] = [
      await invited(house),
      await invited(house, { date: '2026-12-09' }),
      await invited(house, { date: '2026-12-02' }),
    ];
    await datesOf(house, off.group).cancel(off.occurrenceId);
    await house.database.query('UPDATE invitees SET withdrawn_at = now() WHERE occurrence_id = $1', [
      gone.occurrenceId,
    ]);
    house.clock.moveTo('2026-12-03T09:00');
    const unknown = [`/t/${'A'.repeat(32)}`, `/g/${'0'.repeat(28)}`];
    for (const link of unknown) expect((await practise(link)).status).toBe(404);
    for (const { link } of [off, gone, over]) expect((await practise(link)).status).toBe(410);
    expect(await guarded()).toEqual([]);
  });

  it('while the access of the group rests', async () => {
    const { group: resting } = await aPlace(house);
    const { link } = await invitedBy(house, resting, {});
    const ofGroup = await groupLinkOf(house, resting);
    await house.database.query(`UPDATE groups SET state = 'paused' WHERE id = $1`, [resting.id]);
    for (const path of [link, ofGroup]) expect((await practise(path)).status).toBe(403);
    expect(await guarded()).toEqual([]);
  });

  it.each([
    ['the link of one person', 20, async () => (await invited(house)).link],
    ['the link of a group', 60, () => groupLink],
  ])('too often by %s, %i times in ten minutes: another link is not held up', async (_, most, find) => {
    const link = await find();
    const statuses = [];
    for (let count = 0; count <= most; count++) statuses.push((await practise(link, 'Ada')).status);
    expect(statuses.slice(0, most)).toEqual(Array.from({ length: most }, () => 303));
    const refused = await practise(link, 'Ada');
    expect([statuses[most], refused.status]).toEqual([429, 429]);
    expect(refused.text).toContain('value="Ada"');
    expect(refused.text).toContain('Vorname oder Spitzname genügt.');
    expect(refused.text).not.toContain('Die anderen im Treffen sehen diesen Namen.');
    expect((await practise((await invited(house)).link)).status).toBe(303);
  });

  it('by a look at the page, or where the house has no video server', async () => {
    const { link } = await invited(house);
    for (const path of [link, groupLink]) await house.http[0].raw(path);
    expect((await house.http[0].raw(`${link}/probe`)).status).toBe(404);
    expect(await guarded()).toEqual([]);
    await house.database.query(`UPDATE meeting_servers SET base_url = ''`);
    expect((await house.http[0].raw(link)).text).not.toContain('/probe');
    expect((await practise(link)).status).toBe(503);
    await house.database.query(`UPDATE meeting_servers SET base_url = 'https://meet.example'`);
  });

  it('and a scanner that presses every button opens a room that is empty and soon gone', async () => {
    const { link } = await invited(house);
    expect(await blindlySubmitted(house.http[0], link)).toBeGreaterThan(1);
    expect((await guarded()).length).toBeLessThanOrEqual(1);
  });
});
