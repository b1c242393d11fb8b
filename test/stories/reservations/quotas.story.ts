import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf } from '../../support/dates.js';
import { newId } from '../../../src/kernel/id.js';
import { aContactPoint, aGroup, aPlace, aRoom, aWish, insert, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const CAPACITY = 20;
let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2, environment: { JITSI_CAPACITY: String(CAPACITY) } });
});
afterAll(() => house.close());

const few = { expectedParticipants: 2 };
const verdicts = (body: { dates?: { verdict: string }[] }) => body.dates?.map(({ verdict }) => verdict);

describe('What a group may hold is set by its contact point', () => {
  it('rooms at the same time', async () => {
    const { group, rooms } = await aPlace(house, { most_rooms_at_once: 1 });
    const dates = datesOf(house, group);
    await dates.reserve({ ...few, roomId: rooms[0].id });
    const second = await dates.reserve({ ...few, roomId: rooms[1].id, time: '19:45' });
    expect(second.status).toBe(409);
    expect(verdicts(second.body)).toEqual(['quota']);
    expect(second.body.detail).toContain('so viele Räume, wie sie gleichzeitig haben darf');
    expect((await dates.reserve({ ...few, roomId: rooms[1].id, time: '20:00' })).status).toBe(201);
  });

  it('hours from Monday to Sunday; a series counts against itself', async () => {
    const { group, rooms } = await aPlace(house, { most_weekly_minutes: 240 });
    const dates = datesOf(house, group);
    const repeat = { kind: 'weekly', interval: 1, weekdays: ['MO', 'WE', 'SU'], count: 6 };
    const wish = { ...few, roomId: rooms[0].id, date: '2026-12-07', repeat };
    const { body } = await dates.preview(wish);
    expect(verdicts(body)).toEqual(['free', 'free', 'quota', 'free', 'free', 'quota']);
    const refused = await dates.reserve(wish);
    expect(refused.body.dates?.map(({ date }) => date)).toEqual(['2026-12-13', '2026-12-20']);
    const decisions = ['2026-12-13', '2026-12-20'].map((date) => ({ date, choose: 'leaveOut' }));
    expect((await dates.reserve({ ...wish, decisions })).status).toBe(201);
    const oneMore = await dates.reserve({ ...few, date: '2026-12-13', minutes: 30 });
    expect([oneMore.status, oneMore.body.detail]).toEqual([
      409,
      expect.stringContaining('in dieser Woche mehr Stunden'),
    ]);
    expect((await dates.reserve({ ...few, date: '2026-12-21', minutes: 240 })).status).toBe(201);
  });

  it('a date that moves within its week is not counted twice, into another week it is', async () => {
    const { group } = await aPlace(house, { most_weekly_minutes: 120 });
    const dates = datesOf(house, group);
    const { body } = await dates.reserve({ ...few, date: '2027-01-05' });
    await dates.reserve({ ...few, date: '2027-01-12' });
    const [date] = body.occurrences;
    expect((await dates.move(date.id, { date: '2027-01-07' })).status).toBe(200);
    expect((await dates.move(date.id, { minutes: 150 })).status).toBe(409);
    expect(verdicts((await dates.move(date.id, { date: '2027-01-14' })).body)).toEqual(['quota']);
  });

  it('a pause between two meetings in one room', async () => {
    const { group, rooms } = await aPlace(house, { buffer_minutes: 30 });
    const dates = datesOf(house, group);
    const wish = { ...few, roomId: rooms[0].id, minutes: 60 };
    await dates.reserve({ ...wish, time: '10:00' });
    expect((await dates.reserve({ ...wish, time: '11:15' })).status).toBe(409);
    expect((await dates.reserve({ ...wish, time: '08:45' })).status).toBe(409);
    expect((await dates.reserve({ ...wish, time: '11:30' })).status).toBe(201);
    expect((await dates.reserve({ ...wish, time: '08:30' })).status).toBe(201);
  });

  it.each([
    ['the shortest date', { shortest_minutes: 60 }, { minutes: 45 }, { minutes: 60 }, 'tooShort'],
    ['the longest date', { longest_minutes: 90 }, { minutes: 105 }, { minutes: 90 }, 'tooLong'],
    ['when the day begins', { opens_at: '09:00' }, { time: '08:45' }, { time: '09:00' }, 'outsideHours'],
    ['when the day ends', { closes_at: '20:00' }, { time: '18:15' }, { time: '18:00' }, 'outsideHours'],
    ['how far ahead', { horizon_months: 1 }, { date: '2027-01-02' }, { date: '2027-01-01' }, 'beyondHorizon'],
  ])('%s', async (_, columns, beyond, just, code) => {
    const { group } = await aPlace(house, columns);
    const dates = datesOf(house, group);
    const refused = await dates.reserve({ ...few, ...beyond });
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 422, code });
    expect((await dates.reserve({ ...few, ...just })).status).toBe(201);
  });
});

describe('A date that stands', () => {
  it('keeps its room when the contact point allows such rooms no more, and finds no other of the kind', async () => {
    const contactPoint = await aContactPoint(house, { allows_information: true });
    const large = { contact_point_id: contactPoint.id, kind: 'information', seats: 50 };
    const [room, other] = [await aRoom(house, large), await aRoom(house, large)];
    const dates = datesOf(house, await aGroup(house, contactPoint));
    const { body } = await dates.reserve({ ...few, roomId: room.id });
    await house.database.query('UPDATE contact_points SET allows_information = false WHERE id = $1', [
      contactPoint.id,
    ]);
    const [{ id }] = body.occurrences;
    expect((await dates.move(id, { time: '14:00' })).status).toBe(200);
    expect((await dates.move(id, { roomId: other.id })).status).toBe(404);
  });

  it('changes its room also where the server would take nobody more', async () => {
    const { group, rooms } = await aPlace(house);
    const dates = datesOf(house, group);
    const { body } = await dates.reserve({
      expectedParticipants: 10,
      date: '2027-03-02',
      roomId: rooms[0].id,
    });
    const [{ id }] = body.occurrences;
    await house.database.query('UPDATE meeting_servers SET capacity_participants = 5 WHERE is_open');
    const moved = await dates.move(id, { roomId: rooms[1].id });
    const longer = await dates.move(id, { minutes: 150 });
    await house.database.query('UPDATE meeting_servers SET capacity_participants = $1 WHERE is_open', [
      CAPACITY,
    ]);
    expect([moved.status, longer.status]).toEqual([200, 409]);
    expect(verdicts(longer.body)).toEqual(['capacity']);
  });
});

describe('A date that stands keeps its place when a rule is newer, and another day is a new wish', () => {
  it.each([
    ['the day ends earlier', { closes_at: '20:00' }, 422],
    ['dates are shorter', { longest_minutes: 60 }, 422],
    ['groups get fewer hours a week', { most_weekly_minutes: 60 }, 409],
    ['rooms rest before the next group comes', { buffer_minutes: 15 }, 200],
    ['the room is closed for a while then', {}, 200],
  ])('%s', async (_, rule, onAnotherDay) => {
    const { group, rooms } = await aPlace(house);
    const dates = datesOf(house, group);
    const wish = { ...few, roomId: rooms[0].id, date: '2027-01-05' };
    const [{ id }] = (await dates.reserve({ ...wish, minutes: 150 })).body.occurrences;
    await dates.reserve({ ...wish, time: '20:30', minutes: 30 });
    const closed = { starts_at: '2027-01-05T18:30', ends_at: '2027-01-05T19:00' };
    await insert(house.database, 'closures', { id: newId(), room_id: rooms[0].id, ...closed });
    for (const [column, value] of Object.entries(rule)) {
      const sql = `UPDATE contact_points SET ${column} = $2 WHERE id = $1`;
      await house.database.query(sql, [group.contactPoint.id, value]);
    }
    for (const change of [{ expectedParticipants: 3 }, { minutes: 140 }, { roomId: rooms[1].id }])
      expect((await dates.move(id, change)).status).toBe(200);
    expect((await dates.move(id, { date: '2027-01-06' })).status).toBe(onAnotherDay);
  });
});

describe('The Jitsi server carries so many people at once and no more', () => {
  it('over all groups; whoever is one too many is told when there is room', async () => {
    const one = await aPlace(house);
    const two = await aPlace(house);
    const at = { date: '2027-02-02' };
    await datesOf(house, one.group).reserve({ ...at, expectedParticipants: 12 });
    const refused = await datesOf(house, two.group).reserve({
      ...at,
      expectedParticipants: 9,
      time: '19:00',
    });
    expect(refused.status).toBe(409);
    expect(verdicts(refused.body)).toEqual(['capacity']);
    expect(refused.body.dates?.[0]?.alternatives).toContainEqual({ time: '20:00' });
    const fitting = { ...at, expectedParticipants: 8, time: '19:00' };
    expect((await datesOf(house, two.group).reserve(fitting)).status).toBe(201);
  });

  it('takes no new dates while it is closed, and those that stand on it stay', async () => {
    const { group, rooms } = await aPlace(house);
    const dates = datesOf(house, group);
    const wish = { ...few, date: '2027-02-03' };
    const { body } = await dates.reserve({ ...wish, roomId: rooms[0].id });
    const setOpen = (isOpen: boolean) =>
      house.database.query('UPDATE meeting_servers SET is_open = $1', [isOpen]);
    await setOpen(false);
    try {
      const refused = await dates.reserve({ ...wish, roomId: rooms[1].id });
      expect([refused.status, verdicts(refused.body)]).toEqual([409, ['capacity']]);
      expect(refused.body.dates?.[0]?.alternatives).toEqual([]);
      const more = { roomId: rooms[1].id, expectedParticipants: 5 };
      expect((await dates.move(body.occurrences[0].id, more)).status).toBe(200);
      expect((await dates.move(body.occurrences[0].id, { date: '2027-02-04' })).status).toBe(409);
    } finally {
      await setOpen(true);
    }
    const servers = await house.database.query(
      'SELECT DISTINCT server_id IS NULL AS missing FROM occurrences WHERE group_id = $1',
      [group.id],
    );
    expect(servers).toEqual([{ missing: false }]);
  });
});

describe('Dates of one series that meet on one day', () => {
  it('count together for the server too', async () => {
    const { group, rooms } = await aPlace(house);
    const dates = datesOf(house, group);
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    const wish = { roomId: rooms[0].id, date: '2027-02-09', expectedParticipants: 12, repeat };
    const { body } = await dates.reserve(wish);
    const second = body.occurrences[1]?.id ?? '';
    await dates.move(second, { date: '2027-02-09', time: '10:00', roomId: rooms[1].id });
    const together = await dates.moveSeries(body.id, { time: '18:00' });
    expect(together.status).toBe(409);
    expect(verdicts(together.body)).toEqual(['capacity']);
  });
});

describe('Many reserve at once, through two instances', () => {
  /** All wishes leave together, alternating between the instances; each asker is one of these groups. */
  async function winners(groups: readonly Group[], wishes: readonly Record<string, unknown>[]) {
    const answers = await Promise.all(
      wishes.map((wish, index) => {
        const group = groups[index % groups.length];
        const http = house.http[index % 2] ?? house.http[0];
        const path = `/api/groups/${group?.id}/reservations`;
        return http.post(path, { as: group?.representative, body: aWish(wish) });
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    return answers.filter(({ status }) => status === 201).length;
  }

  it.each([1, 2, 3])('a group gets as many rooms at once as it may hold (round %i)', async () => {
    const contactPoint = await aContactPoint(house, { most_rooms_at_once: 2 });
    for (let count = 0; count < 5; count++) await aRoom(house, { contact_point_id: contactPoint.id });
    const group = await aGroup(house, contactPoint);
    const wishes = Array.from({ length: 20 }, () => ({ expectedParticipants: 1, date: '2027-03-02' }));
    expect(await winners([group], wishes)).toBe(2);
  });

  it.each([1, 2, 3])('and as many hours a week, on whatever days it asks for them (round %i)', async () => {
    const { group } = await aPlace(house, { most_weekly_minutes: 300 });
    const days = ['2027-04-05', '2027-04-06', '2027-04-07', '2027-04-08', '2027-04-09'];
    const wishes = Array.from({ length: 20 }, (_, index) => ({
      expectedParticipants: 1,
      date: days[index % days.length],
      time: index < 10 ? '10:00' : '14:00',
    }));
    expect(await winners([group], wishes)).toBe(2);
  });

  it.each([1, 2, 3])(
    'the server takes as many people as it carries, in whatever rooms (round %i)',
    async (round) => {
      const contactPoint = await aContactPoint(house);
      const groups = [await aGroup(house, contactPoint), await aGroup(house, contactPoint)];
      for (let count = 0; count < 6; count++) await aRoom(house, { contact_point_id: contactPoint.id });
      const date = `2027-05-1${round}`;
      const wishes = Array.from({ length: 20 }, () => ({ expectedParticipants: 6, date }));
      expect(await winners(groups, wishes)).toBe(Math.floor(CAPACITY / 6));
    },
  );
});
