import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aContactPoint, aDate, aGroup, aRoom, aWish, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface GroupState {
  state: string;
  version: number;
  code?: string;
}

describe('A contact point pauses, resumes and ends the access of a group', () => {
  let house: StoryHouse;
  let group: Group;
  let roomId: string;

  beforeAll(async () => {
    house = await openStoryHouse();
    roomId = (await aRoom(house)).id;
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    group = await aGroup(house);
  });

  const change = (action: string, as = group.contactPoint.staff, id = group.id) =>
    house.http[0].post<GroupState>(`/api/groups/${id}/${action}`, { as });
  const show = () =>
    house.http[0].get<GroupState>(`/api/groups/${group.id}`, { as: group.contactPoint.staff });
  const reserve = (wish = {}) =>
    house.http[0].post(`/api/groups/${group.id}/reservations`, {
      as: group.representative,
      body: aWish({ roomId, ...wish }),
    });

  it('paused it reserves nothing and keeps its dates, resumed it goes on', async () => {
    const { id } = await aDate(house, group, { roomId, date: '2026-12-09' });
    const paused = await change('pause');
    expect(paused).toMatchObject({ status: 200, body: { id: group.id, state: 'paused', version: 2 } });
    expect(paused.headers.get('etag')).toBe('"2"');
    expect(await reserve()).toMatchObject({ status: 403, body: { code: 'accessRests' } });
    const dates = await house.http[0].get(`/api/groups/${group.id}/occurrences`, {
      as: group.representative,
    });
    expect(dates.body).toMatchObject({ items: [{ id, state: 'planned' }] });
    expect(await change('resume')).toMatchObject({ status: 200, body: { state: 'active', version: 3 } });
    expect((await reserve()).status).toBe(201);
  });

  it('paused it reads so first, also when it has left out all dates of its wish', async () => {
    const repeat = { kind: 'weekly', interval: 1, count: 1 };
    const nothing = { date: '2026-12-08', repeat, decisions: [{ date: '2026-12-08', choose: 'leaveOut' }] };
    expect(await reserve(nothing)).toMatchObject({ status: 422, body: { code: 'noDates' } });
    await change('pause');
    expect(await reserve(nothing)).toMatchObject({ status: 403, body: { code: 'accessRests' } });
  });

  it('ended it stays ended', async () => {
    await change('pause');
    expect(await change('end')).toMatchObject({ status: 200, body: { state: 'ended', version: 3 } });
    for (const action of ['resume', 'pause']) {
      expect(await change(action)).toMatchObject({ status: 422, body: { code: 'accessEnded' } });
    }
    expect((await show()).body).toMatchObject({ state: 'ended', version: 3 });
    expect((await reserve({ date: '2026-12-10' })).status).toBe(403);
  });

  it.each([
    ['pause', 'paused', 2],
    ['resume', 'active', 1],
    ['end', 'ended', 2],
  ])('twenty times %s is the same as once', async (action, state, version) => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => change(action)));
    expect(answers.map(({ status, body }) => [status, body.state, body.version])).toEqual(
      answers.map(() => [200, state, version]),
    );
  });

  it('an end at the same moment wins over all else', async () => {
    const actions = ['pause', 'resume', 'end', 'pause', 'resume', 'end', 'pause', 'resume'];
    const answers = await Promise.all(actions.map((action) => change(action)));
    expect(answers.filter(({ status }) => ![200, 422].includes(status))).toEqual([]);
    expect((await show()).body.state).toBe('ended');
  });

  it('is nothing for others: foreign groups are unknown, its representative is refused (P7)', async () => {
    const stranger = await aContactPoint(house);
    for (const action of ['pause', 'resume', 'end']) {
      const foreign = await change(action, stranger.staff);
      const unknown = await change(action, stranger.staff, '01a20000-0000-7000-8000-000000000000');
      expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
      expect((await change(action, group.representative)).status).toBe(403);
      expect((await change(action, {})).status).toBe(401);
    }
    expect((await show()).body).toMatchObject({ state: 'active', version: 1 });
  });
});
