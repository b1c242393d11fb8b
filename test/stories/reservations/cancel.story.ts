import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { datesOf, type Dates } from '../../support/dates.js';
import { aGroup, aPlace, aRoom, aWish, type Group, type RoomFacts } from '../../support/people.js';
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

describe('A series called off', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.clock.moveTo('2026-12-01T09:00');
    ({ group } = await aPlace(house));
    dates = datesOf(house, group);
  });

  const aSeries = async (wish: Record<string, unknown> = {}) => {
    const repeat = { kind: 'weekly', interval: 1, count: 3 };
    return (await dates.reserve({ repeat, ...wish })).body;
  };
  const statesIn = ({ body }: { body: { occurrences: { state: string }[] } }) =>
    body.occurrences.map(({ state }) => state);
  const change = (id: string, set: string) =>
    house.database.query(`UPDATE occurrences SET ${set} WHERE id = $1`, [id]);

  it('can be repeated without harm, whatever version was seen; what comes after is not called off', async () => {
    const { id, version, occurrences } = await aSeries();
    const last = occurrences[2]?.id ?? '';
    expect((await dates.cancelSeries(id, { from: last, ifMatch: version })).status).toBe(200);
    const again = await dates.cancelSeries(id, { from: last, ifMatch: version });
    expect(again.status).toBe(200);
    expect(statesIn(again)).toEqual(['planned', 'planned', 'cancelled']);
    expect((await dates.cancelSeries(id, { ifMatch: version })).status).toBe(412);
    for (let times = 0; times < 2; times++) expect((await dates.cancelSeries(id)).status).toBe(200);
    const rows = await house.database.query(
      'SELECT DISTINCT sequence FROM occurrences WHERE reservation_id = $1',
      [id],
    );
    expect(rows).toEqual([{ sequence: 1 }]);
  });

  it('by ten who have seen the same version, at once: all hear that it is', async () => {
    const { id, version } = await aSeries();
    const asked = Array.from({ length: 10 }, () => dates.cancelSeries(id, { ifMatch: version }));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 200));
  });

  it('cannot be called off when nothing of it lies ahead (422)', async () => {
    const repeat = { kind: 'weekly', interval: 1, count: 1 };
    const { id } = await aSeries({ date: '2026-12-01', time: '09:15', repeat });
    house.clock.moveTo('2026-12-01T09:15');
    expect((await dates.cancelSeries(id)).body.code).toBe('nothingAhead');
  });

  it('comes back without the dates that others hold by now, when these are left out', async () => {
    const { id, occurrences } = await aSeries();
    await dates.cancelSeries(id);
    const [first, second, third] = occurrences;
    const other = datesOf(house, await aGroup(house, group.contactPoint));
    await other.reserve({ roomId: second?.room.id, date: second?.date, time: second?.time });
    const refused = await dates.restoreSeries(id);
    expect(refused.status).toBe(409);
    expect(refused.body.dates?.map(({ date }) => date)).toEqual([second?.date]);
    const leaveOut = refused.body.dates?.map(({ date, seriesDate }) => ({ date, seriesDate }));
    expect(statesIn(await dates.restoreSeries(id, { leaveOut }))).toEqual([
      'planned',
      'cancelled',
      'planned',
    ]);
    house.clock.moveTo('2026-12-01T09:01');
    await dates.cancelSeries(id);
    const byDay = { leaveOut: [{ date: third?.date }] };
    expect(statesIn(await dates.restoreSeries(id, byDay))).toEqual(['planned', 'cancelled', 'cancelled']);
    house.clock.moveTo('2026-12-01T09:02');
    await dates.cancel(first.id);
    expect(await dates.restoreSeries(id, { leaveOut: [{ date: first.date }] })).toMatchObject({
      status: 422,
      body: { code: 'notCancelled' },
    });
  });

  it('comes back although a closure has called another date off since', async () => {
    const { id, occurrences } = await aSeries();
    await dates.cancelSeries(id, { from: occurrences[1]?.id });
    await change(
      occurrences[0].id,
      `state = 'cancelled', reason = 'closed', cancelled_at = '2026-12-01T08:03Z'`,
    );
    house.clock.moveTo('2026-12-01T09:05');
    const restored = await dates.restoreSeries(id);
    expect(restored.status).toBe(200);
    expect(statesIn(restored)).toEqual(['cancelled', 'planned', 'planned']);
  });

  it('comes back without what was called off by itself in the same second', async () => {
    const { id, occurrences } = await aSeries();
    await dates.cancel(occurrences[0].id);
    await change(occurrences[0].id, `cancelled_at = cancelled_at - interval '200 milliseconds'`);
    await dates.cancelSeries(id);
    expect(statesIn(await dates.restoreSeries(id))).toEqual(['cancelled', 'planned', 'planned']);
  });

  it('comes back without what has begun since', async () => {
    const { id } = await aSeries({ date: '2026-12-01', time: '09:15' });
    house.clock.moveTo('2026-12-01T09:10');
    await dates.cancelSeries(id);
    house.clock.moveTo('2026-12-01T09:16');
    const restored = await dates.restoreSeries(id);
    expect(restored.status).toBe(200);
    expect(statesIn(restored)).toEqual(['cancelled', 'planned', 'planned']);
  });
});
