import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf, type Dates, type Occurrence } from '../../support/dates.js';
import { aPlace, aRoom, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

interface Place {
  group: Group;
  dates: Dates;
  rooms: [RoomFacts, RoomFacts];
}

async function aPlaceWithDates(): Promise<Place> {
  const { group, rooms } = await aPlace(house, { default_minutes: 60 });
  return { group, rooms, dates: datesOf(house, group) };
}

async function set({ group }: Place, rules: Record<string, unknown>): Promise<void> {
  const { slug, staff } = group.contactPoint;
  const path = `/api/contact-points/${slug}/settings`;
  const { status } = await house.http[0].send('PATCH', path, { as: staff, body: { rules } });
  expect(status).toBe(200);
}

async function datesOn({ group }: Place, day: string): Promise<Occurrence[]> {
  const { body } = await house.http[0].get<{ items: Occurrence[] }>(
    `/api/groups/${group.id}/occurrences?from=${day}&to=${day}`,
    { as: group.representative },
  );
  return body.items;
}

const BEFORE = { date: '2026-12-08', time: '18:00', minutes: 120 };
const WISH = { date: '2026-12-10', time: '18:00', minutes: 120 };

/** A rule, a wish that it refuses from now on, and what the house says. */
const RULES: [string, Record<string, unknown>, Record<string, unknown>, number, string][] = [
  ['a shorter longest length', { maxMinutes: 60 }, WISH, 422, 'tooLong'],
  ['a longer shortest length', { minMinutes: 60 }, { ...WISH, minutes: 30 }, 422, 'tooShort'],
  ['an earlier end of the day', { closesAt: '19:00' }, WISH, 422, 'outsideHours'],
  ['a later beginning of the day', { opensAt: '18:15' }, WISH, 422, 'outsideHours'],
  ['a nearer horizon', { horizonMonths: 1 }, { ...WISH, date: '2027-01-05' }, 422, 'beyondHorizon'],
  ['fewer hours a week', { mostWeeklyMinutes: 180 }, WISH, 409, 'roomAlreadyTaken'],
  ['fewer rooms at once', { mostRoomsAtOnce: 1 }, { ...BEFORE, roomId: 'any' }, 409, 'roomAlreadyTaken'],
];

describe('New rules', () => {
  it.each(RULES)('hold from the next wish on: %s', async (_, rules, wish, status, code) => {
    const [place, control] = [await aPlaceWithDates(), await aPlaceWithDates()];
    for (const { dates, rooms } of [place, control]) {
      expect((await dates.reserve({ ...BEFORE, roomId: rooms[0].id })).status).toBe(201);
    }
    const [stands] = await datesOn(place, BEFORE.date);
    expect(stands).toMatchObject({ ...BEFORE, state: 'planned' });
    await set(place, rules);
    const refused = await place.dates.reserve(wish);
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status, code });
    expect((await control.dates.reserve(wish)).status).toBe(201);
    expect(await datesOn(place, BEFORE.date)).toEqual([stands]);
  });

  it('a buffer keeps the rooms of new dates longer, not those of old ones', async () => {
    const place = await aPlaceWithDates();
    const [{ id: roomId }] = place.rooms;
    const reserve = (wish: Record<string, unknown>) => place.dates.reserve({ ...WISH, roomId, ...wish });
    const at = (date: string, time: string) => reserve({ date, time, minutes: 60 });
    expect((await at('2026-12-10', '10:00')).status).toBe(201);
    await set(place, { bufferMinutes: 30 });
    expect((await at('2026-12-10', '11:00')).status).toBe(201);
    expect((await at('2026-12-10', '12:00')).status).toBe(409);
    expect((await at('2026-12-10', '12:30')).status).toBe(201);
  });

  it('large rooms appear and go, and who holds one keeps it', async () => {
    const place = await aPlaceWithDates();
    const own = { contact_point_id: place.group.contactPoint.id };
    const { id: roomId } = await aRoom(house, { ...own, kind: 'information', seats: 50 });
    expect((await place.dates.reserve({ ...BEFORE, roomId })).status).toBe(404);
    await set(place, { allowsInformation: true });
    expect((await place.dates.reserve({ ...BEFORE, roomId })).status).toBe(201);
    await set(place, { allowsInformation: false });
    expect((await place.dates.reserve({ ...WISH, roomId })).status).toBe(404);
    expect(await datesOn(place, BEFORE.date)).toMatchObject([{ state: 'planned', room: { id: roomId } }]);
  });

  it('the door alone follows for all dates', async () => {
    const place = await aPlaceWithDates();
    await place.dates.reserve({ ...BEFORE, roomId: place.rooms[0].id });
    await set(place, { doorOpensMinutes: 30 });
    expect(await datesOn(place, BEFORE.date)).toMatchObject([{ door: { opensAt: '2026-12-08T16:30:00Z' } }]);
  });
});
