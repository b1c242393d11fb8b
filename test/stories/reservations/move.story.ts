import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { datesOf, plannedIn, type Dates, type Occurrence, type Reservation } from '../../support/dates.js';
import { aGroup, aPlace, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let group: Group;
let dates: Dates;
let rooms: [RoomFacts, RoomFacts];

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.moveTo('2026-12-01T09:00');
  const place = await aPlace(house);
  group = place.group;
  dates = datesOf(house, group);
  rooms = place.rooms;
});

async function aSingle(wish: Record<string, unknown> = {}): Promise<Occurrence> {
  return (await dates.reserve({ roomId: rooms[0].id, ...wish })).body.occurrences[0];
}

/** Three Tuesdays from the 8th of December. */
async function aSeries(wish: Record<string, unknown> = {}): Promise<Reservation> {
  const repeat = { kind: 'weekly', interval: 1, count: 3 };
  return (await dates.reserve({ roomId: rooms[0].id, repeat, ...wish })).body;
}

describe('A representative moves one date', () => {
  it('to another time, in the same room, under the same id', async () => {
    const date = await aSingle();
    const { status, body, headers } = await dates.move(date.id, { date: '2026-12-09', time: '19:00' }, 1);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: date.id, date: '2026-12-09', time: '19:00', minutes: 120 });
    expect(body.room).toMatchObject({ id: rooms[0].id });
    expect(headers.get('etag')).toBe(`"${date.version + 1}"`);
    expect((await dates.reserve({ roomId: rooms[0].id })).status).toBe(201);
  });

  it('a little, although it stands in its own way', async () => {
    const date = await aSingle();
    expect(await dates.move(date.id, { time: '18:30' })).toMatchObject({ status: 200 });
    expect(await dates.move(date.id, { minutes: 180 })).toMatchObject({
      status: 200,
      body: { minutes: 180 },
    });
    expect(await dates.move(date.id, { roomId: rooms[1].id })).toMatchObject({
      body: { time: '18:30', minutes: 180, room: { name: 'Raum 2' } },
    });
  });

  it('is refused with what is free instead when its room is taken then, and nothing changes', async () => {
    const date = await aSingle();
    await aSingle({ date: '2026-12-09' });
    const { status, body } = await dates.move(date.id, { date: '2026-12-09' });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'roomAlreadyTaken' });
    expect(body.dates).toMatchObject([{ date: '2026-12-09', verdict: 'taken' }]);
    expect(body.dates?.[0]?.alternatives).toContainEqual({ roomId: rooms[1].id, roomName: 'Raum 2' });
    const { body: shown } = await dates.show(date.reservationId);
    expect(shown.occurrences[0]).toMatchObject({ date: '2026-12-08', version: date.version });
    expect(await dates.move(date.id, { date: '2026-12-09', roomId: 'any' })).toMatchObject({ status: 200 });
  });

  it('is refused when somebody else was faster (412), also when both come at once', async () => {
    const date = await aSingle();
    const times = ['10:00', '11:00', '12:00', '13:00', '14:00', '15:00'];
    const answers = await Promise.all(times.map((time) => dates.move(date.id, { time }, date.version)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const late = await dates.move(date.id, { time: '16:00' }, date.version);
    expect(late).toMatchObject({ status: 412, body: { code: 'outdated' } });
  });

  it.each([0, 5, 10, 15, 20, 30, 40])(
    'takes only one of a move and a cancellation that go by the same version, %i ms apart',
    async (wait) => {
      const date = await aSingle({ date: '2026-12-16', time: '08:00' });
      const answers = await Promise.all([
        dates.move(date.id, { time: '10:00' }, date.version),
        sleep(wait).then(() => dates.cancel(date.id, date.version)),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    },
  );

  it('is refused once it has begun, was cancelled, or against a rule (422)', async () => {
    const date = await aSingle({ date: '2026-12-01', time: '10:00' });
    expect((await dates.move(date.id, { time: '10:10' })).body.code).toBe('offGrid');
    expect((await dates.move(date.id, { date: '2026-12-01', time: '08:00' })).body.code).toBe('past');
    expect((await dates.move(date.id, { expectedParticipants: 13 })).body.code).toBe('tooManyForTheRoom');
    house.clock.moveTo('2026-12-01T10:00');
    expect(await dates.move(date.id, { time: '12:00' })).toMatchObject({
      status: 422,
      body: { code: 'alreadyBegun' },
    });
    const cancelled = await aSingle();
    await dates.cancel(cancelled.id);
    expect((await dates.move(cancelled.id, { time: '12:00' })).body.code).toBe('notPlanned');
  });

  it('is not open to others (P7)', async () => {
    const date = await aSingle();
    const stranger = datesOf(house, await aGroup(house));
    const foreign = await stranger.move(date.id, { time: '19:00' });
    const unknown = await stranger.move('01a20000-0000-7000-8000-000000000000', { time: '19:00' });
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(unknown.text);
    expect((await stranger.moveSeries(date.reservationId, { time: '19:00' })).text).toBe(unknown.text);
  });
});

describe('A representative moves a series', () => {
  it('all dates that are ahead, each by as many days', async () => {
    const { id, version } = await aSeries();
    const answer = await dates.moveSeries(id, { date: '2026-12-10', time: '19:00' }, { ifMatch: version });
    expect(plannedIn(answer)).toEqual([
      '2026-12-10 19:00 Raum 1',
      '2026-12-17 19:00 Raum 1',
      '2026-12-24 19:00 Raum 1',
    ]);
    expect(answer.body.inWords).toBe('Jeden Donnerstag, 19:00 bis 21:00 Uhr, 3 Termine');
    const stale = await dates.moveSeries(id, { time: '20:00' }, { ifMatch: version });
    expect(stale.status).toBe(412);
  });

  it('one date and those that follow', async () => {
    const { id, occurrences } = await aSeries();
    const answer = await dates.moveSeries(id, { time: '10:00' }, { from: occurrences[1]?.id });
    expect(plannedIn(answer).map((date) => date.slice(0, 16))).toEqual([
      '2026-12-08 18:00',
      '2026-12-15 10:00',
      '2026-12-22 10:00',
    ]);
    expect(answer.body.inWords).toBe('Ab dem 15. Dezember 2026 jeden Dienstag, 10:00 bis 12:00 Uhr');
  });

  it('leaves alone what it does not speak of, also in dates that had moved before', async () => {
    const { id, occurrences } = await aSeries();
    await dates.move(occurrences[1]?.id ?? '', { time: '08:00', roomId: rooms[1].id });
    const answer = await dates.moveSeries(id, { expectedParticipants: 5 });
    expect(plannedIn(answer)).toEqual([
      '2026-12-08 18:00 Raum 1',
      '2026-12-15 08:00 Raum 2',
      '2026-12-22 18:00 Raum 1',
    ]);
  });

  it('all or none: a clash is named by its new day and can be decided', async () => {
    const { id, version } = await aSeries();
    await aSingle({ date: '2026-12-16' });
    const refused = await dates.moveSeries(id, { date: '2026-12-09' });
    expect(refused).toMatchObject({
      status: 409,
      body: { dates: [{ date: '2026-12-16', verdict: 'taken' }] },
    });
    expect((await dates.show(id)).body.version).toBe(version);
    const decisions = [{ date: '2026-12-16', choose: 'otherTime', time: '20:00' }];
    const answer = await dates.moveSeries(id, { date: '2026-12-09', decisions });
    expect(plannedIn(answer)[1]).toBe('2026-12-16 20:00 Raum 1');
  });

  it.each([0, 5, 10, 15, 20, 30, 40])(
    'or is called off as a whole, by the version somebody has seen, not both: %i ms apart',
    async (wait) => {
      const { id, version } = await aSeries();
      const answers = await Promise.all([
        dates.moveSeries(id, { time: '10:00' }, { ifMatch: version }),
        sleep(wait).then(() => dates.cancelSeries(id, { ifMatch: version })),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    },
  );
});

describe('A cancellation taken back', () => {
  it('within ten minutes, with the same links; not after', async () => {
    const date = await aSingle();
    const { body } = await dates.cancel(date.id);
    expect(body.restorableUntil).toBe('2026-12-01T08:10:00Z');
    house.clock.moveTo('2026-12-01T09:09');
    expect(await dates.restore(date.id)).toMatchObject({
      status: 200,
      body: { id: date.id, state: 'planned' },
    });
    expect((await dates.restore(date.id)).body.code).toBe('notCancelled');
    await dates.cancel(date.id);
    house.clock.moveTo('2026-12-01T09:19');
    expect(await dates.restore(date.id)).toMatchObject({ status: 422, body: { code: 'tooLateToRestore' } });
  });

  it('is refused when somebody else holds the room by now', async () => {
    const date = await aSingle();
    await dates.cancel(date.id);
    await aSingle();
    expect(await dates.restore(date.id)).toMatchObject({
      status: 409,
      body: { code: 'roomAlreadyTaken', dates: [{ verdict: 'taken' }] },
    });
  });

  it('brings back all dates that were called off together, and no other', async () => {
    const { id, occurrences } = await aSeries();
    await dates.cancel(occurrences[0].id);
    house.clock.moveTo('2026-12-01T09:01');
    await dates.cancelSeries(id);
    const { body } = await dates.restoreSeries(id);
    expect(body.occurrences.map(({ state }) => state)).toEqual(['cancelled', 'planned', 'planned']);
  });
});

describe('A meeting that runs', () => {
  it('gets half an hour more, again and again, and only while it runs', async () => {
    const date = await aSingle({ date: '2026-12-01', time: '09:15', minutes: 30 });
    expect((await dates.extend(date.id)).body.code).toBe('notRunning');
    house.clock.moveTo('2026-12-01T09:44');
    expect(await dates.extend(date.id)).toMatchObject({ status: 200, body: { minutes: 60 } });
    expect(await dates.extend(date.id)).toMatchObject({ status: 200, body: { minutes: 90 } });
    house.clock.moveTo('2026-12-01T10:45');
    expect((await dates.extend(date.id)).body.code).toBe('notRunning');
  });

  it('not when somebody needs the room', async () => {
    const date = await aSingle({ date: '2026-12-01', time: '09:15', minutes: 30 });
    await aSingle({ date: '2026-12-01', time: '10:00' });
    house.clock.moveTo('2026-12-01T09:30');
    expect(await dates.extend(date.id)).toMatchObject({
      status: 409,
      body: { dates: [{ verdict: 'taken' }] },
    });
  });
});
