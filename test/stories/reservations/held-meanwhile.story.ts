import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { datesOf, type Wish } from '../../support/dates.js';
import { aGroup, aPlace, aRoom, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { oneAfterTheOther } from '../../support/waiting-in-line.js';

const LOCK_CLOSURES = 'SELECT pg_advisory_lock(7260010, 0)';

describe('Who has looked before another one was done', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse({ environment: { JITSI_CAPACITY: '20' } });
  });
  afterAll(() => house.close());

  /** The first writes what the second still saw free, and the second waits for it. */
  async function both(one: [Group, Wish], other: [Group, Wish]) {
    const deeds = [one, other].map(
      ([group, wish]) =>
        () =>
          datesOf(house, group).reserve(wish),
    );
    const answers = await oneAfterTheOther(house, { table: 'groups', id: one[0].id }, deeds);
    const [first, second] = answers as [(typeof answers)[0], (typeof answers)[0]];
    expect(first.status).toBe(201);
    return second;
  }

  it('is refused the room, and told what is free instead', async () => {
    const [one, other, room] = [await aGroup(house), await aGroup(house), await aRoom(house)];
    const wish = { roomId: room.id, date: '2026-12-02', expectedParticipants: 2 };
    const { status, body } = await both([one, wish], [other, wish]);
    expect(status).toBe(409);
    expect(body.dates).toMatchObject([{ date: '2026-12-02', verdict: 'taken' }]);
    expect(body.dates?.[0]?.alternatives.length).toBeGreaterThan(2);
  });

  it('is refused for every date of a series, and nothing of it is held', async () => {
    const [one, other, room] = [await aGroup(house), await aGroup(house), await aRoom(house)];
    const date = { roomId: room.id, date: '2026-12-10', expectedParticipants: 2 };
    const series = { ...date, date: '2026-12-03', repeat: { kind: 'weekly', interval: 1, count: 8 } };
    const { status, body } = await both([one, date], [other, series]);
    expect([status, body.dates?.map((each) => each.date)]).toEqual([409, ['2026-12-10']]);
    const held = await house.database.query('SELECT 1 FROM occurrences WHERE group_id = $1', [other.id]);
    expect(held).toEqual([]);
  });

  it('is refused what exceeds the share of the own group', async () => {
    const { group, rooms } = await aPlace(house, { most_weekly_minutes: 100 });
    const wish = { roomId: rooms[0].id, date: '2026-12-07', minutes: 60, expectedParticipants: 2 };
    const second = await both([group, wish], [group, { ...wish, roomId: rooms[1].id, date: '2026-12-08' }]);
    expect(second).toMatchObject({ status: 409, body: { dates: [{ verdict: 'quota' }] } });
  });

  it('is refused when the server is full by then', async () => {
    const [one, other] = [await aGroup(house), await aGroup(house)];
    const wish = async (people: number) => ({
      roomId: (await aRoom(house)).id,
      date: '2026-12-09',
      expectedParticipants: people,
    });
    const second = await both([one, await wish(12)], [other, await wish(12)]);
    expect(second).toMatchObject({ status: 409, body: { dates: [{ verdict: 'capacity' }] } });
  });

  it('gets another room at the same time', async () => {
    const [one, other] = [await aGroup(house), await aGroup(house)];
    const wish = async () => ({
      roomId: (await aRoom(house)).id,
      date: '2026-12-11',
      expectedParticipants: 2,
    });
    expect(await both([one, await wish()], [other, await wish()])).toMatchObject({ status: 201 });
  });

  it('gets one of the rooms that are left when any will do', async () => {
    const [one, other] = [await aGroup(house), await aGroup(house)];
    const wish = { roomId: 'any', date: '2026-12-14', expectedParticipants: 2 };
    const second = await both([one, wish], [other, wish]);
    expect(second.status).toBe(201);
    const rooms = await house.database.query(
      'SELECT DISTINCT room_id FROM occurrences WHERE series_date = $1',
      ['2026-12-14'],
    );
    expect(rooms).toHaveLength(2);
  });

  it('hears within five seconds, also when somebody keeps the locks by then', async () => {
    const [group, room] = [await aGroup(house), await aRoom(house)];
    const clients = [1, 2].map(() => new pg.Client({ connectionString: house.database.url }));
    const [one, other] = clients as [pg.Client, pg.Client];
    await Promise.all(clients.map((client) => client.connect()));
    await one.query(LOCK_CLOSURES);
    const begun = performance.now();
    const booking = datesOf(house, group).reserve({ roomId: room.id, date: '2026-12-15' });
    // Into its second attempt, so that the other one stands behind it.
    await sleep(2500);
    const kept = other.query(LOCK_CLOSURES);
    await house.database.query(
      'UPDATE meeting_servers SET capacity_participants = capacity_participants + 1',
    );
    await sleep(1000);
    await one.end();
    expect(await booking).toMatchObject({ status: 503 });
    expect(performance.now() - begun).toBeLessThan(6000);
    await kept;
    await other.end();
  });
});
