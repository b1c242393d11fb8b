import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { aGroup, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let group: Group;
let stranger: Group;

beforeAll(async () => {
  house = await openStoryHouse();
  group = await aGroup(house);
  stranger = await aGroup(house, group.contactPoint);
});
afterAll(() => house.close());

const path = (id = group.id) => `/api/groups/${id}/invitation-settings`;
const show = (as = group.representative) => house.http[0].get(path(), { as });
const change = (body: unknown, { as = group.representative, ...headers }: Record<string, unknown> = {}) =>
  house.http[0].send('PATCH', path(), {
    as: as as Group['representative'],
    body,
    headers: headers as Record<string, string>,
  });

describe('A group decides what those it invites get', () => {
  it('a reminder the day before and no name, until it decides otherwise', async () => {
    const { status, body, headers } = await show();
    expect([status, body]).toEqual([
      200,
      { reminders: ['dayBefore'], showsLabel: false, showsDialIn: false, hasWaitingRoom: true, version: 1 },
    ]);
    expect(headers.get('etag')).toBe('"1"');
  });

  it.each([
    [{ reminders: ['hourBefore'] }, { reminders: ['hourBefore'] }],
    [{ reminders: ['hourBefore', 'dayBefore'] }, { reminders: ['dayBefore', 'hourBefore'] }],
    [{ reminders: ['dayBefore', 'dayBefore'] }, { reminders: ['dayBefore'] }],
    [{ reminders: [] }, { reminders: [] }],
    [{ showsLabel: true }, { showsLabel: true, reminders: [] }],
    [
      { showsLabel: false, reminders: ['dayBefore'] },
      { showsLabel: false, reminders: ['dayBefore'] },
    ],
    [{ showsDialIn: true }, { showsDialIn: true, showsLabel: false, hasWaitingRoom: true }],
    [{ showsDialIn: false }, { showsDialIn: false }],
    [{ hasWaitingRoom: false }, { hasWaitingRoom: false, showsLabel: false }],
    [{ hasWaitingRoom: true }, { hasWaitingRoom: true, reminders: ['dayBefore'] }],
    [{}, { showsLabel: false, reminders: ['dayBefore'] }],
  ])('changed by %j', async (wish, expected) => {
    const before = (await show()).body.version as number;
    const { status, body } = await change(wish);
    expect([status, body]).toMatchObject([200, { ...expected, version: before + 1 }]);
    expect((await show()).body).toEqual(body);
  });

  it('as it was seen: a stale version changes nothing (412), in the body or as If-Match', async () => {
    const { version } = (await change({ reminders: ['dayBefore'] })).body as { version: number };
    for (const stale of [
      await change({ reminders: [], version: version - 1 }),
      await change({ reminders: [] }, { 'if-match': `"${version - 1}"` }),
    ]) {
      expect([stale.status, stale.body.code]).toEqual([412, 'outdated']);
    }
    expect((await show()).body).toMatchObject({ reminders: ['dayBefore'], version });
    expect((await change({ reminders: [], version })).status).toBe(200);
  });

  it.each([
    { reminders: ['weekBefore'] },
    { reminders: 'dayBefore' },
    { reminders: ['dayBefore', 'hourBefore', 'dayBefore'] },
    { showsLabel: 'yes' },
    { showsDialIn: 'yes' },
    { hasWaitingRoom: null },
    { version: 0 },
    { label: 'Anders' },
    { topic: 'x' },
  ])('in its own words only: %j is refused (400)', async (wish) => {
    expect((await change(wish)).status).toBe(400);
  });

  it('alone: its contact point is refused, for others it does not exist', async () => {
    const { staff } = group.contactPoint;
    expect((await show(staff)).status).toBe(403);
    expect((await change({ showsLabel: true }, { as: staff })).status).toBe(403);
    const unknown = await house.http[0].get(path(newId()), { as: group.representative });
    const foreign = await show(stranger.representative);
    expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
    expect((await change({ showsLabel: true }, { as: stranger.representative })).status).toBe(404);
    expect((await house.http[0].get(path())).status).toBe(401);
  });

  it('not while its access rests (403), but it may look', async () => {
    await house.http[0].post(`/api/groups/${group.id}/pause`, { as: group.contactPoint.staff });
    expect((await change({ showsLabel: true })).body.code).toBe('accessRests');
    expect((await show()).status).toBe(200);
  });
});
