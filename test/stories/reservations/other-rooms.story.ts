import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { datesOf, type Dates } from '../../support/dates.js';
import { aContactPoint, aGroup, aRoom, insert, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

/** More than are looked at for any one date. */
const MANY = 70;

describe('Other rooms in a house of many', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;
  let small: RoomFacts[];
  let oak: RoomFacts;

  beforeAll(async () => {
    house = await openStoryHouse();
    group = await aGroup(house, await aContactPoint(house));
    dates = datesOf(house, group);
    const own = { contact_point_id: group.contactPoint.id };
    small = [];
    for (let number = 10; number < 10 + MANY; number++) {
      small.push(await aRoom(house, { ...own, name: `Klein ${number}`, seats: 12 }));
    }
    oak = await aRoom(house, { ...own, name: 'Eiche', kind: 'group', seats: 25 });
    await aRoom(house, { ...own, name: 'Linde', kind: 'group', seats: 20 });
    await aRoom(house, { ...own, name: 'Saal', kind: 'talk', seats: 30 });
    // Seen by nobody here.
    await aRoom(house, { contact_point_id: (await aContactPoint(house)).id, kind: 'group', seats: 25 });
  });
  afterAll(() => house.close());

  const close = (closure: Record<string, unknown>) =>
    insert(house.database, 'closures', {
      id: newId(),
      contact_point_id: group.contactPoint.id,
      ...closure,
    });

  /** What is offered to somebody else who wishes a room that is taken. */
  const offeredFor = async (wish: { roomId: string; date: string }) => {
    await dates.reserve(wish);
    const { status, body } = await dates.reserve(wish);
    expect(status).toBe(409);
    return (body.dates?.[0]?.alternatives ?? []).flatMap(({ roomName }) => roomName ?? []);
  };

  it('are of the kind of the wished one or at least as large, however many smaller ones are free', async () => {
    expect(await offeredFor({ roomId: oak.id, date: '2026-12-08' })).toEqual(['Linde', 'Saal']);
  });

  it('are ten that are open, the smallest first, however many are closed', async () => {
    const [wished, ...others] = small;
    for (const { id } of others.slice(0, 25)) {
      await close({ room_id: id, starts_at: '2026-12-09T00:00', ends_at: '2026-12-10T00:00' });
    }
    const open = others.slice(25, 35).map(({ name }) => name);
    expect(await offeredFor({ roomId: wished?.id ?? '', date: '2026-12-09' })).toEqual(open);
  });

  it('are none where the whole contact point is closed', async () => {
    await close({ starts_at: '2026-12-11T17:00', ends_at: '2026-12-11T21:00' });
    const { body } = await dates.reserve({ roomId: oak.id, date: '2026-12-11' });
    const times = [{ time: '14:45' }, { time: '15:00' }, { time: '21:00' }];
    expect(body.dates).toMatchObject([{ verdict: 'closed', alternatives: times }]);
  });
});
