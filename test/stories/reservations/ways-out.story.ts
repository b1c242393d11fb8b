import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf, type JudgedDate } from '../../support/dates.js';
import { aGroup, aPlace, aRoom, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

const few = { expectedParticipants: 2 };
const timesIn = (date: JudgedDate | undefined) => date?.alternatives.flatMap(({ time }) => time ?? []);
const roomsIn = (date: JudgedDate | undefined) =>
  date?.alternatives.flatMap(({ roomName }) => roomName ?? []);

/** Two groups of one contact point, and its two rooms. */
async function neighbours(columns: Record<string, unknown> = {}) {
  const { group, rooms } = await aPlace(house, columns);
  const other = await aGroup(house, group.contactPoint);
  return { group, rooms, dates: datesOf(house, group), others: datesOf(house, other) };
}

const setRule = (group: Group, column: string, value: number) =>
  house.database.query(`UPDATE contact_points SET ${column} = $2 WHERE id = $1`, [
    group.contactPoint.id,
    value,
  ]);

describe('Who meets with a clash', () => {
  it('hears that the week is full before that a room is taken: no other room would help', async () => {
    const { rooms, dates, others } = await neighbours({ most_weekly_minutes: 120 });
    await dates.reserve({ ...few, date: '2026-12-08' });
    const wish = { ...few, roomId: rooms[0].id, date: '2026-12-12' };
    await others.reserve(wish);
    const { status, body } = await dates.reserve(wish);
    expect(status).toBe(409);
    expect(body.detail).toBe(
      'Mit diesem Termin hätte Ihre Gruppe in dieser Woche mehr Stunden, als sie reservieren darf.',
    );
    expect(body.dates).toMatchObject([{ verdict: 'quota', alternatives: [] }]);
  });

  it('can settle the first date of a week, though not all of its dates fit into it', async () => {
    const { rooms, dates, others } = await neighbours({ most_weekly_minutes: 240 });
    await others.reserve({ ...few, roomId: rooms[0].id, date: '2026-12-07' });
    const repeat = { kind: 'weekly', interval: 1, weekdays: ['MO', 'TU', 'WE'], count: 3 };
    const wish = { ...few, roomId: rooms[0].id, date: '2026-12-07', repeat };
    const [monday] = (await dates.preview(wish)).body.dates;
    expect([monday?.verdict, roomsIn(monday)]).toEqual(['taken', ['Raum 2']]);
    const decided = [{ date: '2026-12-07', choose: 'otherRoom', roomId: rooms[1].id }];
    const { body } = await dates.preview({ ...wish, decisions: decided });
    expect(body.dates.map(({ verdict }) => verdict)).toEqual(['free', 'free', 'quota']);
  });

  it('is not offered to move a date to where it stands', async () => {
    const { rooms, dates, others } = await neighbours();
    const wish = { ...few, roomId: rooms[0].id };
    const [date] = (await dates.reserve(wish)).body.occurrences;
    await others.reserve({ ...wish, time: '20:00' });
    const refused = await dates.move(date.id, { time: '19:00' });
    expect(refused.status).toBe(409);
    expect(timesIn(refused.body.dates?.[0])).toEqual(['17:30', '17:45']);
  });

  /** A series of which two dates share a day, in the first of two rooms. */
  async function twoOnOneDay({ rooms, dates }: Awaited<ReturnType<typeof neighbours>>) {
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    const wish = { ...few, roomId: rooms[0].id, date: '2027-01-11', time: '10:00', repeat };
    const { id, occurrences } = (await dates.reserve(wish)).body;
    await dates.move(occurrences[1]?.id ?? '', { date: '2027-01-11', time: '15:00' });
    return id;
  }

  it('is offered no time that another date of the series is about to have', async () => {
    const place = await neighbours();
    const id = await twoOnOneDay(place);
    const refused = await place.dates.moveSeries(id, { time: '18:00' });
    expect([refused.status, refused.body.dates?.map(timesIn), refused.body.dates?.map(roomsIn)]).toEqual([
      409,
      [['15:45', '16:00', '20:00', '20:15']],
      [['Raum 2']],
    ]);
  });

  it('is offered no room that another date of the series is about to have', async () => {
    const place = await neighbours();
    const id = await twoOnOneDay(place);
    const [one, two] = place.rooms.map((room) => room.id);
    await place.others.reserve({ ...few, roomId: one, date: '2027-01-11' });
    const clashes = (await place.dates.moveSeries(id, { time: '18:00' })).body.dates ?? [];
    expect(clashes.map(roomsIn)).toEqual([['Raum 2'], ['Raum 2']]);
    const aside = { date: '2027-01-11', seriesDate: '2027-01-11', choose: 'otherRoom', roomId: two };
    const left = await place.dates.moveSeries(id, { time: '18:00', decisions: [aside] });
    expect(left.body.dates?.map(roomsIn)).toEqual([[]]);
    const later = { date: '2027-01-11', seriesDate: '2027-01-18', choose: 'otherTime', time: '20:00' };
    expect((await place.dates.moveSeries(id, { time: '18:00', decisions: [aside, later] })).status).toBe(200);
  });

  it('is offered no other time for a length that no new date may have', async () => {
    const { group, rooms, dates, others } = await neighbours();
    const wish = { ...few, roomId: rooms[0].id, date: '2026-12-15' };
    const [date] = (await dates.reserve(wish)).body.occurrences;
    await others.reserve({ ...wish, roomId: rooms[1].id });
    await setRule(group, 'longest_minutes', 60);
    const refused = await dates.move(date.id, { roomId: rooms[1].id });
    expect([refused.status, timesIn(refused.body.dates?.[0])]).toEqual([409, []]);
  });

  it('is told of own dates only where they meet, not in the pause beside them', async () => {
    const { rooms, dates } = await neighbours({ buffer_minutes: 30 });
    const wish = { ...few, roomId: rooms[0].id };
    const [own] = (await dates.reserve(wish)).body.occurrences;
    const facts = { occurrenceId: own.id, reservationId: own.reservationId };
    for (const [time, expected] of [
      ['16:00', undefined],
      ['17:00', facts],
      ['19:00', facts],
      ['20:00', undefined],
    ] as const) {
      const { status, body } = await dates.reserve({ ...wish, time });
      expect([time, status, body.dates?.[0]?.own]).toEqual([time, 409, expected]);
    }
  });

  it('hears which of the two is closed, the room or the house', async () => {
    const { rooms, dates } = await neighbours();
    const close = (roomId: string, day: string) =>
      house.database.query(
        `INSERT INTO closures (id, room_id, starts_at, ends_at) VALUES (gen_random_uuid(), $1, $2, $3)`,
        [roomId, `${day}T00:00`, `${day}T23:00`],
      );
    await close(rooms[0].id, '2026-12-16');
    const one = await dates.reserve({ ...few, roomId: rooms[0].id, date: '2026-12-16' });
    expect(one.body.detail).toBe('Dieser Raum ist zu dieser Zeit geschlossen.');
    expect(roomsIn(one.body.dates?.[0])).toEqual(['Raum 2']);
    await close(rooms[1].id, '2026-12-16');
    const all = await dates.reserve({ ...few, roomId: rooms[0].id, date: '2026-12-16' });
    expect(all.body.detail).toBe('Zu dieser Zeit ist geschlossen.');
  });

  it('finds a small room for a small date of a series, whatever the others need', async () => {
    const { group, rooms, dates, others } = await neighbours();
    const small = await aRoom(house, { contact_point_id: group.contactPoint.id, name: 'Klein', seats: 4 });
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    const wish = { ...few, roomId: rooms[0].id, date: '2027-01-05', repeat };
    const [, second] = (await dates.reserve(wish)).body.occurrences;
    await dates.move(second?.id ?? '', { expectedParticipants: 10 });
    for (const { id: roomId } of rooms)
      for (const date of ['2027-01-06', '2027-01-13']) await others.reserve({ ...few, roomId, date });
    const { body } = await dates.moveSeries(second?.reservationId ?? '', { date: '2027-01-06' });
    expect(body.dates?.map(roomsIn)).toEqual([[small.name], []]);
  });
});
