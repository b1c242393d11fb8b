import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../support/http-caller.js';
import { aContactPoint, aGroup, anOperator, aRoom, aWish, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Closure {
  id: string;
  scope: string;
  version: number;
  code?: string;
  detail?: string;
  hitCount: number;
  hits: unknown[];
}

const UNKNOWN = '01a20000-0000-7000-8000-000000000000';
const CHRISTMAS = { from: { date: '2026-12-24' }, to: { date: '2026-12-26' } };

let house: StoryHouse;
let group: Group;
let staff: Caller;
let operator: Caller;
let ownRoom: { id: string; name: string };
let houseRoom: { id: string; name: string };

beforeAll(async () => {
  house = await openStoryHouse();
  group = await aGroup(house);
  staff = group.contactPoint.staff;
  operator = await anOperator(house);
  ownRoom = await aRoom(house, { contact_point_id: group.contactPoint.id, name: 'Ahorn' });
  houseRoom = await aRoom(house, { name: 'Birke' });
});
afterAll(() => house.close());

const close = (body: unknown, as = staff) => house.http[0].post<Closure>('/api/closures', { as, body });
const send = (method: string, id: string, call: Record<string, unknown> = {}) =>
  house.http[0].send<Closure>(method, `/api/closures/${id}`, { as: staff, ...call });
const list = async (as = staff) =>
  (await house.http[0].get<{ items: Closure[] }>('/api/closures', { as })).body.items;
const reserve = (wish: Record<string, unknown>) =>
  house.http[0].post<{ dates?: { verdict: string }[] }>(`/api/groups/${group.id}/reservations`, {
    as: group.representative,
    body: aWish({ roomId: ownRoom.id, ...wish }),
  });
async function closedOn(date: string, roomId = ownRoom.id, slug = group.contactPoint.slug) {
  const path = `/api/contact-points/${slug}/availability?from=${date}&to=${date}`;
  const { body } = await house.http[0].get<{ rooms: { id: string; closed: Record<string, string>[] }[] }>(
    path,
  );
  const closed = body.rooms.find(({ id }) => id === roomId)?.closed ?? [];
  return closed.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`);
}

describe('A contact point closes', () => {
  it('itself: everybody sees it, nobody can reserve, and the times are told as they were typed', async () => {
    const { status, body, headers } = await close({ ...CHRISTMAS, reason: ' Weihnachten ' });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: body.id,
        scope: 'contactPoint',
        from: { date: '2026-12-24', time: '00:00' },
        to: { date: '2026-12-26', time: '24:00' },
        isYearly: false,
        reason: 'Weihnachten',
        version: 1,
        hitCount: 0,
        hits: [],
      },
    });
    expect(headers.get('etag')).toBe('"1"');
    const range = '2026-12-23T23:00:00Z 2026-12-26T23:00:00Z';
    expect([await closedOn('2026-12-25'), await closedOn('2026-12-25', houseRoom.id)]).toEqual([
      [range],
      [range],
    ]);
    expect([await closedOn('2026-12-23'), await closedOn('2026-12-27')]).toEqual([[], []]);
    expect(await reserve({ date: '2026-12-25' })).toMatchObject({
      status: 409,
      body: { code: 'roomAlreadyTaken', dates: [{ verdict: 'closed' }] },
    });
    expect((await reserve({ date: '2026-12-27' })).status).toBe(201);
    await send('DELETE', body.id);
  });

  it('a room of its own for some hours: the neighbouring ones stay open', async () => {
    const times = { from: { date: '2026-12-14', time: '12:00' }, to: { date: '2026-12-14', time: '18:00' } };
    const { body } = await close({ ...times, roomId: ownRoom.id });
    expect(body).toMatchObject({ scope: 'room', roomId: ownRoom.id, roomName: 'Ahorn', to: times.to });
    expect(await closedOn('2026-12-14', houseRoom.id)).toEqual([]);
    expect((await reserve({ date: '2026-12-14', time: '17:45', minutes: 30 })).status).toBe(409);
    expect((await reserve({ date: '2026-12-14', time: '18:00', minutes: 30 })).status).toBe(201);
    expect((await reserve({ date: '2026-12-14', time: '11:30', minutes: 30 })).status).toBe(201);
  });

  it('every year: over the turn of the year, and in years of 365 days too', async () => {
    const yearly = { isYearly: true };
    const turn = await close({ ...yearly, from: { date: '2026-12-28' }, to: { date: '2027-01-03' } });
    const range = '2027-12-27T23:00:00Z 2028-01-03T23:00:00Z';
    expect([
      await closedOn('2027-12-31'),
      await closedOn('2028-01-03'),
      await closedOn('2028-01-04'),
    ]).toEqual([[range], [range], []]);
    const leap = await close({ ...yearly, from: { date: '2024-02-29' }, to: { date: '2024-02-29' } });
    expect([turn.status, leap.status]).toEqual([201, 201]);
    expect([
      await closedOn('2027-02-28'),
      await closedOn('2027-03-01'),
      await closedOn('2028-02-28'),
    ]).toEqual([['2027-02-27T23:00:00Z 2027-02-28T23:00:00Z'], [], []]);
    expect(await reserve({ date: '2027-02-28' })).toMatchObject({
      status: 409,
      body: { dates: [{ verdict: 'closed' }] },
    });
    for (const { body } of [turn, leap]) await send('DELETE', body.id);
  });

  it('and changes its mind: what is not named stays, a stale version is refused (412)', async () => {
    const { body } = await close({ ...CHRISTMAS, reason: 'Weihnachten' });
    const to = { date: '2026-12-25', time: '12:00' };
    const stale = await send('PATCH', body.id, { body: { to }, headers: { 'if-match': '"2"' } });
    expect(stale.status).toBe(412);
    const changed = await send('PATCH', body.id, { body: { to }, headers: { 'if-match': '"1"' } });
    expect(changed).toMatchObject({
      status: 200,
      body: { from: { date: '2026-12-24', time: '00:00' }, to, reason: 'Weihnachten', version: 2, hits: [] },
    });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(await closedOn('2026-12-26')).toEqual([]);
    const later = await send('PATCH', body.id, {
      body: { to: { date: '2026-12-26' }, from: { date: '2026-12-25' } },
    });
    expect(later.body).toMatchObject({
      from: { date: '2026-12-25', time: '00:00' },
      to: { date: '2026-12-26', time: '12:00' },
    });
    const wrong = await send('PATCH', body.id, { body: { from: { date: '2026-12-26', time: '12:00' } } });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'closureEndsBeforeItBegins' } });
    expect((await send('PATCH', body.id, { body: { reason: null } })).body).not.toHaveProperty('reason');
    expect((await send('DELETE', body.id, { headers: { 'if-match': '"1"' } })).status).toBe(412);
    expect(await send('DELETE', body.id)).toMatchObject({ status: 204, text: '' });
    expect((await send('DELETE', body.id)).status).toBe(404);
    expect(await closedOn('2026-12-24')).toEqual([]);
  });

  it('once, although the answer was lost and the request came again (P2)', async () => {
    const headers = { 'idempotency-key': 'schliesszeit' };
    const call = { as: staff, body: { ...CHRISTMAS, reason: 'Einmal' }, headers };
    const first = await house.http[0].post<Closure>('/api/closures', call);
    const second = await house.http[0].post<Closure>('/api/closures', call);
    expect([second.status, second.text]).toEqual([201, first.text]);
    expect((await list()).filter(({ id }) => id === first.body.id)).toHaveLength(1);
    await send('DELETE', first.body.id);
  });
});

describe('The operator closes', () => {
  it('the house or a room of it, for all contact points', async () => {
    const whole = await close(CHRISTMAS, operator);
    const room = await close(
      { from: { date: '2026-12-30' }, to: { date: '2026-12-30' }, roomId: houseRoom.id },
      operator,
    );
    expect([whole.body.scope, room.body.scope]).toEqual(['house', 'room']);
    const other = await aContactPoint(house);
    expect(await closedOn('2026-12-24', houseRoom.id, other.slug)).toHaveLength(1);
    expect(await closedOn('2026-12-30', houseRoom.id, other.slug)).toHaveLength(1);
    expect(await closedOn('2026-12-30')).toEqual([]);
    expect((await list(operator)).map(({ id }) => id)).toEqual([whole.body.id, room.body.id]);
    for (const { body } of [whole, room]) await send('DELETE', body.id, { as: operator });
  });
});

describe('What belongs to others (P7)', () => {
  it('answers like what does not exist, and is listed to nobody else', async () => {
    const theirs = await aContactPoint(house);
    const theirRoom = await aRoom(house, { contact_point_id: theirs.id });
    const [own, houses] = [await close(CHRISTMAS), await close(CHRISTMAS, operator)];
    const foreign = [await close(CHRISTMAS, theirs.staff), houses];
    const unknown = await send('DELETE', UNKNOWN);
    expect(unknown.status).toBe(404);
    for (const { id } of foreign.map(({ body }) => body)) {
      for (const method of ['PATCH', 'DELETE']) {
        const { status, text } = await send(method, id, {
          body: method === 'PATCH' ? { reason: 'x' } : undefined,
        });
        expect({ status, text }).toEqual({ status: 404, text: unknown.text });
      }
    }
    const rooms = [theirRoom.id, houseRoom.id, UNKNOWN];
    for (const path of ['/api/closures', '/api/closures/preview']) {
      for (const roomId of rooms) {
        const { status, text } = await house.http[0].post(path, {
          as: staff,
          body: { ...CHRISTMAS, roomId },
        });
        expect({ path, status, text }).toEqual({ path, status: 404, text: unknown.text });
      }
    }
    expect((await close({ ...CHRISTMAS, roomId: ownRoom.id }, operator)).status).toBe(404);
    expect((await send('DELETE', own.body.id, { as: operator })).status).toBe(404);
    const listed = (await list()).map(({ id }) => id);
    expect(listed).toContain(own.body.id);
    for (const { body } of foreign) expect(listed).not.toContain(body.id);
    expect(await closedOn('2026-12-24', theirRoom.id, theirs.slug)).toHaveLength(2);
    expect(await closedOn('2026-12-24')).toHaveLength(2);
    await send('DELETE', own.body.id);
    await send('DELETE', houses.body.id, { as: operator });
  });

  it('nor may a representative or a visitor close anything', async () => {
    for (const [as, status] of [
      [group.representative, 403],
      [{}, 401],
    ] as const) {
      expect((await close(CHRISTMAS, as)).status).toBe(status);
      expect((await house.http[0].get('/api/closures', { as })).status).toBe(status);
    }
  });

  it('is read in pages', async () => {
    const all = (await list()).length;
    const made = [await close(CHRISTMAS), await close(CHRISTMAS)].map(({ body }) => body.id);
    const page = (query: string) =>
      house.http[0].get<{ items: Closure[]; nextCursor: string | null }>(`/api/closures?${query}`, {
        as: staff,
      });
    const first = (await page(`limit=${all + 1}`)).body;
    expect(first.nextCursor).toBe(made[0]);
    const rest = (await page(`limit=200&cursor=${first.nextCursor}`)).body;
    expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[made[1]], null]);
    for (const id of made) await send('DELETE', id);
  });
});
