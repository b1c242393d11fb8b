import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Occurrence, Reservation } from '../../support/dates.js';
import { aContactPoint, aGroup, aRoom, aWish, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('A request with an Idempotency-Key (P2)', () => {
  let house: StoryHouse;
  let group: Group;
  let room: RoomFacts;
  let day = 1;

  beforeAll(async () => {
    house = await openStoryHouse({ instances: 2 });
    group = await aGroup(house);
    room = await aRoom(house);
  });
  afterAll(() => house.close());

  const aDay = () => `2026-12-${String(++day).padStart(2, '0')}`;
  const reserve = (
    key: string,
    wish: Record<string, unknown>,
    of: { group?: Group; instance?: number } = {},
  ) => {
    const { group: asker = group, instance = 0 } = of;
    const http = house.http[instance] ?? house.http[0];
    return http.post(`/api/groups/${asker.id}/reservations`, {
      as: asker.representative,
      body: wish,
      headers: { 'idempotency-key': key },
    });
  };
  const datesOn = (date: string) =>
    house.database.query(
      `SELECT 1 FROM occurrences WHERE (lower(during) AT TIME ZONE 'Europe/Berlin')::date = $1`,
      [date],
    );

  it('sent again gets the same answer to the byte, and one booking is made', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    const first = await reserve('eins', wish);
    const again = await reserve('eins', wish);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect(await datesOn(String(wish['date']))).toHaveLength(1);
  });

  it('sent twice at once, also to two instances, makes one booking and two equal answers', async () => {
    for (let round = 0; round < 5; round++) {
      const wish = aWish({ roomId: room.id, date: aDay() });
      const sent = Array.from({ length: 8 }, (_, index) =>
        reserve(`zugleich-${round}`, wish, { instance: index % 2 }),
      );
      const answers = await Promise.all(sent);
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(201);
      expect(await datesOn(String(wish['date']))).toHaveLength(1);
    }
  });

  it('answers also when the first answer was never written down', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    const first = await reserve('verloren', wish);
    await house.database.query(
      `UPDATE remembered_answers SET status = NULL, answer = NULL WHERE key = 'verloren'`,
    );
    const again = await reserve('verloren', wish);
    expect(again.text).toBe(first.text);
    expect(await datesOn(String(wish['date']))).toHaveLength(1);
  });

  it('sent again gets the same ETag', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    const first = await reserve('version', wish);
    const again = await reserve('version', wish);
    expect(first.headers.get('etag')).toBe(`"${String(first.body['version'])}"`);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('answers anew when the first answer lies there unsealed, as older houses wrote it', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    const first = await reserve('offen', wish);
    await house.database.query(`UPDATE remembered_answers SET answer = $1 WHERE key = 'offen'`, [first.text]);
    const again = await reserve('offen', wish);
    expect([again.status, again.text]).toEqual([201, first.text]);
  });

  it('with another body is refused (422), and nothing is stored', async () => {
    const wish = aWish({ roomId: room.id, date: aDay() });
    await reserve('anders', wish);
    const other = await reserve('anders', { ...wish, time: '10:00' });
    expect(other).toMatchObject({ status: 422, body: { code: 'keyUsedForOther' } });
    expect(await datesOn(String(wish['date']))).toHaveLength(1);
  });

  it('of another caller is another request', async () => {
    const stranger = await aGroup(house, await aContactPoint(house));
    const date = aDay();
    const own = await reserve('geteilt', aWish({ roomId: room.id, date }));
    const others = await reserve('geteilt', aWish({ roomId: room.id, date, time: '08:00' }), {
      group: stranger,
    });
    expect([own.status, others.status]).toEqual([201, 201]);
  });

  it('that was refused is tried anew, because a refusal has done nothing', async () => {
    const date = aDay();
    const taken = await reserve('besetzt', aWish({ roomId: room.id, date }));
    const wish = aWish({ roomId: room.id, date });
    expect((await reserve('nochmal', wish)).status).toBe(409);
    const [occurrence] = taken.body['occurrences'] as { id: string }[];
    await house.http[0].delete(`/api/occurrences/${occurrence?.id}`, { as: group.representative });
    expect((await reserve('nochmal', wish)).status).toBe(201);
  });

  it('is forgotten after 24 hours', async () => {
    const date = aDay();
    await reserve('alt', aWish({ roomId: room.id, date }));
    await house.database.query(
      `UPDATE remembered_answers SET created_at = now() - interval '25 hours' WHERE key = 'alt'`,
    );
    expect((await reserve('alt', aWish({ roomId: room.id, date: aDay() }))).status).toBe(201);
  });

  it('grants one group, and writes one mail', async () => {
    const email = 'einmal@gruppe.example';
    const call = {
      as: group.contactPoint.staff,
      body: { label: 'Einmal', representatives: [{ name: 'Eva', email }] },
      headers: { 'idempotency-key': 'freischalten' },
    };
    const [first, again] = await Promise.all([
      house.http[0].post('/api/groups', call),
      house.http[0].post('/api/groups', call),
    ]);
    expect(again.text).toBe(first.text);
    const groups = await house.database.query(`SELECT 1 FROM groups WHERE label = 'Einmal'`);
    expect(groups).toHaveLength(1);
    await house.mails.waitFor(email);
    expect(
      await house.database.query(
        `SELECT 1 FROM mails m JOIN representatives r ON r.id = m.about
      JOIN people p ON p.id = r.person_id WHERE p.email = $1`,
        [email],
      ),
    ).toHaveLength(1);
  });

  it.each(['', 'mit Leerzeichen', 'x'.repeat(201)])(
    'must be a plain key: „%s“ is refused (400)',
    async (key) => {
      expect((await reserve(key, aWish({ roomId: room.id, date: aDay() }))).status).toBe(400);
    },
  );
});

describe('A request whose first answer was lost on the way, by a house that stopped', () => {
  let house: StoryHouse;
  let group: Group;
  let room: RoomFacts;

  beforeAll(async () => {
    house = await openStoryHouse();
    group = await aGroup(house);
    room = await aRoom(house);
  });
  afterAll(() => house.close());

  const reserved = async (wish: Record<string, unknown>) => {
    const path = `/api/groups/${group.id}/reservations`;
    const body = aWish({ roomId: room.id, ...wish });
    return (await house.http[0].post<Reservation>(path, { as: group.representative, body })).body;
  };
  const cancel = (path: string) => house.http[0].delete(path, { as: group.representative });

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
        const { occurrences } = await reserved({ date: '2026-12-02' });
        await cancel(`/api/occurrences/${occurrences[0].id}`);
        return { path: `/api/occurrences/${occurrences[0].id}/restore` };
      },
    ],
    [
      'takes the cancellation of a series back once',
      async () => {
        const repeat = { kind: 'weekly', interval: 1, count: 2 };
        const { id } = await reserved({ date: '2026-12-03', repeat });
        await cancel(`/api/reservations/${id}`);
        return { path: `/api/reservations/${id}/restore` };
      },
    ],
    [
      'takes a date up once',
      async () => {
        const repeat = { kind: 'weekly', interval: 1, count: 3, skip: ['2026-12-11'] };
        const { id } = await reserved({ date: '2026-12-04', repeat });
        return { path: `/api/reservations/${id}/occurrences`, body: { date: '2026-12-11' } };
      },
    ],
    [
      'extends a meeting once',
      async () => {
        const { occurrences } = await reserved({ date: '2026-12-01', time: '09:15', minutes: 30 });
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
    const { occurrences } = await reserved({ date: '2026-12-01', time: '11:00', minutes: 30 });
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
});
