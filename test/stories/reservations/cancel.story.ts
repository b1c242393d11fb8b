import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aGroup, aRoom, aWish, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Occurrence {
  id: string;
  state: string;
  version: number;
  code?: string;
}

describe('A representative calls a date off', () => {
  let house: StoryHouse;
  let group: Group;
  let room: RoomFacts;

  beforeAll(async () => {
    house = await openStoryHouse();
    group = await aGroup(house);
    room = await aRoom(house);
  });
  afterAll(() => house.close());

  async function reserved(wish: Record<string, unknown> = {}): Promise<Occurrence> {
    const { body } = await house.http[0].post<{ occurrences: [Occurrence] }>(
      `/api/groups/${group.id}/reservations`,
      {
        as: group.representative,
        body: aWish({ roomId: room.id, ...wish }),
      },
    );
    return body.occurrences[0];
  }
  const cancel = (id: string, headers: Record<string, string> = {}, as = group.representative) =>
    house.http[0].delete<Occurrence>(`/api/occurrences/${id}`, { as, headers });

  it('frees the room and keeps the date visible', async () => {
    const occurrence = await reserved();
    const { status, body, headers } = await cancel(occurrence.id, { 'if-match': `"${occurrence.version}"` });
    expect({ status, state: body.state }).toEqual({ status: 200, state: 'cancelled' });
    expect(headers.get('etag')).toBe(`"${occurrence.version + 1}"`);
    const again = await reserved();
    expect(again.state).toBe('planned');
    const list = await house.http[0].get<{ items: Occurrence[] }>(`/api/groups/${group.id}/occurrences`, {
      as: group.representative,
    });
    expect(list.body.items.map(({ id, state }) => [id, state])).toEqual([
      [occurrence.id, 'cancelled'],
      [again.id, 'planned'],
    ]);
    await cancel(again.id);
  });

  it('can be repeated without harm', async () => {
    const { id } = await reserved();
    await cancel(id);
    expect(await cancel(id)).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  });

  it('is one cancellation when twenty ask at once', async () => {
    const { id } = await reserved({ date: '2026-12-10' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => cancel(id)));
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual(
      Array.from({ length: 20 }, () => [200, 'cancelled']),
    );
    const [row] = await house.database.query<{ sequence: number }>(
      'SELECT sequence FROM occurrences WHERE id = $1',
      [id],
    );
    expect(row?.sequence).toBe(1);
  });

  it('is refused when somebody else was faster (412)', async () => {
    const { id, version } = await reserved({ date: '2026-12-09' });
    expect((await cancel(id, { 'if-match': `"${version + 1}"` })).status).toBe(412);
    expect((await cancel(id, { 'if-match': 'unreadable' })).status).toBe(412);
    const [row] = await house.database.query<{ state: string }>(
      'SELECT state FROM occurrences WHERE id = $1',
      [id],
    );
    expect(row?.state).toBe('planned');
  });

  it('is refused once the date has begun', async () => {
    const { id } = await reserved({ date: '2026-12-01', time: '09:15' });
    house.clock.moveTo('2026-12-01T09:20');
    expect(await cancel(id)).toMatchObject({ status: 422, body: { code: 'alreadyBegun' } });
    house.clock.moveTo('2026-12-01T09:00');
  });

  it('is not open to others (P7)', async () => {
    const { id } = await reserved({ date: '2026-12-11' });
    const stranger = await aGroup(house);
    const foreign = await cancel(id, {}, stranger.representative);
    const unknown = await cancel('01a20000-0000-7000-8000-000000000000', {}, stranger.representative);
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(unknown.text);
    expect((await cancel(id, {}, group.contactPoint.staff)).status).toBe(403);
    expect((await cancel(id, {}, {})).status).toBe(401);
  });
});
