import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../support/http-caller.js';
import { aContactPoint, anOperator, aRoom, type ContactPoint } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let here: ContactPoint;

beforeAll(async () => {
  house = await openStoryHouse();
  here = await aContactPoint(house);
  const there = await aContactPoint(house);
  await aRoom(house, { name: 'Haus B', position: 2 });
  await aRoom(house, { name: 'Haus A', position: 2 });
  await aRoom(house, {
    name: 'Hier',
    position: 3,
    contact_point_id: here.id,
    kind: 'information',
    seats: 50,
  });
  await aRoom(house, { name: 'Dort', position: 0, contact_point_id: there.id });
});
afterAll(() => house.close());

interface RoomList {
  items: { id: string; name: string; isOwn: boolean }[];
  nextCursor: string | null;
}

const list = (as: Caller, query = '') => house.http[0].get<RoomList>(`/api/rooms${query}`, { as });
const named = ({ items }: RoomList) => items.map(({ name, isOwn }) => `${name} ${isOwn}`);

describe('The rooms on the desk', () => {
  it('a team sees those of the house and its own, told apart, none of others (P7)', async () => {
    const { status, body } = await list(here.staff);
    expect({ status, rooms: named(body) }).toEqual({
      status: 200,
      rooms: ['Haus A false', 'Haus B false', 'Hier true'],
    });
    expect(body.items[2]).toEqual({
      id: body.items[2]?.id,
      name: 'Hier',
      kind: 'information',
      seats: 50,
      isOwn: true,
    });
    expect(body.nextCursor).toBeNull();
  });

  it('the operator sees those of the house alone, as own ones', async () => {
    expect(named((await list(await anOperator(house))).body)).toEqual(['Haus A true', 'Haus B true']);
  });

  it('page by page each of them once, in the same order', async () => {
    const found: string[] = [];
    let cursor: string | null = '';
    do {
      const { body }: { body: RoomList } = await list(here.staff, `?limit=1${cursor && `&cursor=${cursor}`}`);
      found.push(...named(body));
      cursor = body.nextCursor;
    } while (cursor);
    expect(found).toEqual(['Haus A false', 'Haus B false', 'Hier true']);
  });
});
