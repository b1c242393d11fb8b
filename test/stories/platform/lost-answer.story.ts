import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf, type Dates, type Occurrence, type Reservation } from '../../support/dates.js';
import { aGroup, aRoom, aWish, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('A request whose first answer was lost on the way, by a house that stopped', () => {
  let house: StoryHouse;
  let group: Group;
  let room: RoomFacts;
  let dates: Dates;

  beforeAll(async () => {
    house = await openStoryHouse();
    group = await aGroup(house);
    room = await aRoom(house);
    dates = datesOf(house, group);
  });
  afterAll(() => house.close());

  /** Sends, loses the answer and sends again: both answers. */
  async function sentTwice(path: string, body?: unknown) {
    const call = { as: group.representative, body, headers: { 'idempotency-key': path } };
    const first = await house.http[0].post<Occurrence>(path, call);
    expect(first.status).toBeLessThan(300);
    await house.database.query('UPDATE remembered_answers SET status = NULL, answer = NULL WHERE key = $1', [
      path,
    ]);
    return { first, again: await house.http[0].post<Occurrence>(path, call) };
  }

  it.each([
    [
      'takes a cancellation back once',
      async () => {
        const { occurrences } = (await dates.reserve({ roomId: room.id, date: '2026-12-02' })).body;
        await dates.cancel(occurrences[0].id);
        return { path: `/api/occurrences/${occurrences[0].id}/restore` };
      },
    ],
    [
      'takes the cancellation of a series back once',
      async () => {
        const repeat = { kind: 'weekly', interval: 1, count: 2 };
        const { id } = (await dates.reserve({ roomId: room.id, date: '2026-12-03', repeat })).body;
        await dates.cancelSeries(id);
        return { path: `/api/reservations/${id}/restore` };
      },
    ],
    [
      'takes a date up once',
      async () => {
        const repeat = { kind: 'weekly', interval: 1, count: 3, skip: ['2026-12-11'] };
        const { id } = (await dates.reserve({ roomId: room.id, date: '2026-12-04', repeat })).body;
        return { path: `/api/reservations/${id}/occurrences`, body: { date: '2026-12-11' } };
      },
    ],
    [
      'extends a meeting once',
      async () => {
        const { occurrences } = (
          await dates.reserve({ roomId: room.id, date: '2026-12-01', time: '09:15', minutes: 30 })
        ).body;
        house.clock.moveTo('2026-12-01T09:40');
        return { path: `/api/occurrences/${occurrences[0].id}/extend` };
      },
    ],
  ])('%s', async (_, prepare) => {
    const { path, body } = (await prepare()) as { path: string; body?: unknown };
    const { first, again } = await sentTwice(path, body);
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('also when the meeting is over by then', async () => {
    const { occurrences } = (
      await dates.reserve({ roomId: room.id, date: '2026-12-01', time: '11:00', minutes: 30 })
    ).body;
    const path = `/api/occurrences/${occurrences[0].id}/extend`;
    const call = { as: group.representative, headers: { 'idempotency-key': path } };
    house.clock.moveTo('2026-12-01T11:20');
    await house.http[0].post(path, call);
    await house.database.query('UPDATE remembered_answers SET status = NULL, answer = NULL');
    house.clock.moveTo('2026-12-01T12:15');
    const again = await house.http[0].post<Occurrence>(path, call);
    expect(again).toMatchObject({ status: 200, body: { minutes: 60 } });
    const other = { ...call, headers: { 'idempotency-key': 'anderer' } };
    expect(await house.http[0].post(path, other)).toMatchObject({ status: 422 });
  });

  it('reserves once, also when the date has begun by then', async () => {
    house.clock.moveTo('2026-12-01T09:00');
    const path = `/api/groups/${group.id}/reservations`;
    const body = aWish({ roomId: room.id, date: '2026-12-01', time: '13:00' });
    const call = { as: group.representative, body, headers: { 'idempotency-key': 'begonnen' } };
    const first = await house.http[0].post<Reservation>(path, call);
    await house.database.query('UPDATE remembered_answers SET status = NULL, answer = NULL');
    house.clock.moveTo('2026-12-01T13:30');
    const again = await house.http[0].post<Reservation>(path, call);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    const other = { ...call, headers: { 'idempotency-key': 'anderer-wunsch' } };
    expect(await house.http[0].post(path, other)).toMatchObject({ status: 422, body: { code: 'past' } });
  });

  it('closes once, also when that is over by then', async () => {
    house.clock.moveTo('2026-12-01T09:00');
    const [from, to] = ['10:00', '11:00'].map((time) => ({ date: '2026-12-01', time }));
    const headers = { 'idempotency-key': 'geschlossen' };
    const call = { as: group.contactPoint.staff, body: { from, to }, headers };
    const first = await house.http[0].post<{ id: string }>('/api/closures', call);
    await house.database.query('UPDATE remembered_answers SET status = NULL, answer = NULL');
    house.clock.moveTo('2026-12-01T11:30');
    const again = await house.http[0].post<{ id: string }>('/api/closures', call);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });
});
