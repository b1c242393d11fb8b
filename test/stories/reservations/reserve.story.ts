import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { aContactPoint, aGroup, aRoom, aWish, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Problem {
  code: string;
  detail: string;
  dates?: { verdict: string; alternatives: { roomId?: string; roomName?: string; time?: string }[] }[];
}
interface Reserved {
  id: string;
  inWords: string;
  notice?: string;
  occurrences: {
    id: string;
    room: RoomFacts;
    startsAt: string;
    endsAt: string;
    minutes: number;
    state: string;
  }[];
}

describe('A representative reserves a room', () => {
  let house: StoryHouse;
  let group: Group;
  let ahorn: RoomFacts;
  let birke: RoomFacts;

  beforeAll(async () => {
    house = await openStoryHouse();
    group = await aGroup(house);
    ahorn = await aRoom(house, { name: 'Ahorn' });
    birke = await aRoom(house, { name: 'Birke' });
    await aRoom(house, { name: 'Eiche', kind: 'group', seats: 25 });
  });
  afterAll(() => house.close());

  const reserve = <Body = Problem>(wish: Record<string, unknown>, of: Group = group) =>
    house.http[0].post<Body>(`/api/groups/${of.id}/reservations`, { as: of.representative, body: wish });

  it('gets one date, with its room and times', async () => {
    const { status, body } = await reserve<Reserved>(aWish({ roomId: ahorn.id, date: '2026-12-02' }));
    expect(status).toBe(201);
    expect(body.inWords).toBe('Mittwoch, 2. Dezember 2026, 18:00 bis 20:00 Uhr');
    expect(body.occurrences).toHaveLength(1);
    expect(body.occurrences[0]).toMatchObject({
      room: { id: ahorn.id, name: 'Ahorn' },
      startsAt: '2026-12-02T17:00:00Z',
      endsAt: '2026-12-02T19:00:00Z',
      minutes: 120,
      state: 'planned',
      door: {
        opensAt: '2026-12-02T16:45:00Z',
        enterUrl: expect.stringMatching(/^https:\/\/haus\.example\/t\//),
      },
    });
  });

  it('is refused with what is free instead when the room is taken, and nothing is stored (P1)', async () => {
    const wish = aWish({ roomId: ahorn.id, date: '2026-12-03' });
    await reserve(wish);
    const before = await house.database.query('SELECT 1 FROM reservations');
    const { status, body } = await reserve({ ...wish, time: '19:00' });
    expect(status).toBe(409);
    expect(body.code).toBe('roomAlreadyTaken');
    expect(body.dates?.[0]?.verdict).toBe('taken');
    const alternatives = body.dates?.[0]?.alternatives ?? [];
    expect(alternatives).toContainEqual({ roomId: birke.id, roomName: 'Birke' });
    expect(alternatives).toContainEqual({ time: '20:00' });
    expect(alternatives).toContainEqual({ time: '16:00' });
    expect(await house.database.query('SELECT 1 FROM reservations')).toHaveLength(before.length);
  });

  it('takes the smallest free room that is large enough when any will do', async () => {
    const wish = aWish({ date: '2026-12-04' });
    const rooms: string[] = [];
    for (let count = 0; count < 3; count++) {
      rooms.push((await reserve<Reserved>(wish)).body.occurrences[0]?.room.name ?? '');
    }
    expect(rooms).toEqual(['Ahorn', 'Birke', 'Eiche']);
    const refused = await reserve(wish);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toBe('Zu dieser Zeit ist kein passender Raum frei.');
  });

  it('lets dates touch', async () => {
    const first = aWish({ roomId: ahorn.id, date: '2026-12-05', time: '10:00', minutes: 60 });
    expect((await reserve(first)).status).toBe(201);
    expect((await reserve({ ...first, time: '11:00' })).status).toBe(201);
    expect((await reserve({ ...first, time: '09:00' })).status).toBe(201);
  });

  it.each([
    ['past', { date: '2026-12-01', time: '08:45' }, 'past', 'schon vorbei'],
    ['too long', { minutes: 255 }, 'tooLong', 'höchstens 4 Stunden'],
    ['too short', { minutes: 15 }, 'tooShort', 'mindestens 30 Minuten'],
    ['before the house opens', { time: '06:45' }, 'outsideHours', 'von 07:00 bis 23:00 Uhr'],
    ['after the house closes', { time: '22:00' }, 'outsideHours', 'von 07:00 bis 23:00 Uhr'],
    ['beyond the horizon', { date: '2027-12-02' }, 'beyondHorizon', 'nächsten 12 Monate'],
    ['off the quarter hour', { time: '18:10' }, 'offGrid', 'Viertelstunde'],
    [
      'at an hour that does not exist',
      { date: '2027-03-28', time: '02:30' },
      'timeDoesNotExist',
      'Sommerzeit',
    ],
    ['on a day that is none', { date: '2026-02-30' }, 'noSuchTime', 'Diesen Tag gibt es im Kalender nicht'],
    ['in the year 9999', { date: '9999-01-01' }, 'noSuchTime', 'aus den Jahren 2000 bis 2199'],
    ['in the year 1', { date: '0001-01-01' }, 'noSuchTime', 'aus den Jahren 2000 bis 2199'],
    ['on something else', { date: 'morgen' }, 'noSuchTime', 'ein Datum wie 2026-12-01'],
    ['at an hour that is none', { time: '25:00' }, 'noSuchTime', 'Uhrzeit'],
    ['in a leap second', { time: '23:59:60' }, 'noSuchTime', 'Uhrzeit'],
    ['at a time of nowhere', { time: '18:00+99:99' }, 'noSuchTime', 'Uhrzeit'],
    ['with an end at its start', { minutes: 0 }, 'noSuchTime', 'nach seinem Anfang'],
    ['with an end before its start', { minutes: -60 }, 'noSuchTime', 'nach seinem Anfang'],
    ['for 30 hours', { minutes: 1800 }, 'tooLong', 'höchstens 4 Stunden'],
    ['for weeks', { minutes: 100_000 }, 'tooLong', 'höchstens 4 Stunden'],
    [
      'for more people than any room seats',
      { expectedParticipants: 99 },
      'noRoomIsThatLarge',
      'So viele Personen',
    ],
  ])('is refused in a German sentence: %s', async (_, change, code, words) => {
    const { status, body } = await reserve(aWish(change));
    expect({ status, code: body.code }).toEqual({ status: 422, code });
    expect(body.detail).toContain(words);
  });

  it('takes the first of two equal hours and says so, where a contact point opens at night', async () => {
    const night = await aGroup(house, await aContactPoint(house, { opens_at: '00:00', closes_at: '24:00' }));
    const { status, body } = await reserve<Reserved>(
      aWish({ date: '2027-10-31', time: '02:30', minutes: 60 }),
      night,
    );
    expect(status).toBe(201);
    expect(body.notice).toContain('zweimal');
    expect(body.occurrences[0]?.startsAt).toBe('2027-10-31T00:30:00Z');
  });

  it('does not need the practice room, and gets too many people into no room', async () => {
    const practice = await aRoom(house, { kind: 'practice', seats: 4 });
    expect((await reserve(aWish({ roomId: practice.id }))).body.code).toBe('needsNoReservation');
    const crowded = await reserve(aWish({ roomId: ahorn.id, expectedParticipants: 13 }));
    expect(crowded).toMatchObject({ status: 422, body: { code: 'tooManyForTheRoom' } });
  });

  it.each([
    ['an unknown property', { status: 'confirmed' }],
    ['a day that is a number', { date: 20261208 }],
    ['a number as text', { minutes: '120' }],
    ['an object where an id belongs', { roomId: { where: 1 } }],
  ])('is refused for %s (400)', async (_, change) => {
    expect((await reserve(aWish(change))).status).toBe(400);
  });

  it('finds a foreign group exactly as absent as an unknown one (P7)', async () => {
    const stranger = await aGroup(house);
    const path = (id: string) => `/api/groups/${id}/reservations`;
    const call = { as: stranger.representative, body: aWish() };
    const foreign = await house.http[0].post(path(group.id), call);
    const unknown = await house.http[0].post(path(newId()), call);
    const malformed = await house.http[0].post(path('keine-id'), call);
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(unknown.text);
    expect(malformed.text).toBe(unknown.text);
  });

  it('may not hold the room of another contact point', async () => {
    const other = await aContactPoint(house);
    const theirs = await aRoom(house, { contact_point_id: other.id });
    expect((await reserve(aWish({ roomId: theirs.id }))).status).toBe(404);
  });

  it('needs a token of a representative', async () => {
    const path = `/api/groups/${group.id}/reservations`;
    expect((await house.http[0].post(path, { body: aWish() })).status).toBe(401);
    expect((await house.http[0].post(path, { as: group.contactPoint.staff, body: aWish() })).status).toBe(
      403,
    );
  });

  it('cannot reserve while the access rests or is over', async () => {
    const resting = await aGroup(house);
    await house.database.query(`UPDATE groups SET state = 'paused' WHERE id = $1`, [resting.id]);
    expect(await reserve(aWish(), resting)).toMatchObject({ status: 403, body: { code: 'accessRests' } });
    await house.database.query(
      `UPDATE groups SET state = 'active', access_until = '2026-11-30' WHERE id = $1`,
      [resting.id],
    );
    expect(await reserve(aWish(), resting)).toMatchObject({ status: 403, body: { code: 'accessRests' } });
  });

  describe('within the period that was granted', () => {
    let granted: Group;
    const wishFor = (date: string) => reserve(aWish({ date }), granted);

    beforeAll(async () => {
      granted = await aGroup(house);
      await house.database.query(
        `UPDATE groups SET access_from = '2027-01-01', access_until = '2027-01-31' WHERE id = $1`,
        [granted.id],
      );
    });

    it.each(['2027-01-01', '2027-01-31'])(
      'reserves also before it begins, the first and last day: %s',
      async (date) => {
        expect((await wishFor(date)).status).toBe(201);
      },
    );

    it.each([
      ['2026-12-31', 'Ihre Gruppe ist ab 1. Januar 2027 freigeschaltet.'],
      ['2027-02-01', 'Ihre Gruppe ist bis 31. Januar 2027 freigeschaltet.'],
    ])(
      'is refused for a date outside, told when it begins or ends, and nothing is stored: %s',
      async (date, words) => {
        const dates = () =>
          house.database.query('SELECT 1 FROM occurrences WHERE group_id = $1', [granted.id]);
        const before = await dates();
        const { status, body } = await wishFor(date);
        expect({ status, code: body.code }).toEqual({ status: 422, code: 'outsideAccess' });
        expect(body.detail).toContain(words);
        expect(await dates()).toHaveLength(before.length);
      },
    );
  });
});
