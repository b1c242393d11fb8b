import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { datesOf } from '../../support/dates.js';
import { jitsiOf, meetingOf, secondsAt } from '../../support/jitsi-side.js';
import { aDate, aPlace, insert, signIn, type Group, type RoomFacts } from '../../support/people.js';
import type { Slot } from '../../support/slots.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let day = 2;
let date: string;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());
beforeEach(() => {
  house.clock.moveTo('2026-12-01T09:00');
  date = `2026-12-${String(++day).padStart(2, '0')}`;
});

const MAY_EXTEND = 'Ist der Raum danach frei, kann die Ansprechperson das Treffen um 30 Minuten verlängern.';

const at = (time: string) => house.clock.moveTo(`${date}T${time}`);

/** A date from 18 to 20 o'clock, and how the guard sees it. */
async function aMeeting(wish: Record<string, unknown> = {}, columns: Record<string, unknown> = {}) {
  const { group, rooms } = await aPlace(house, columns);
  const occurrence = await aDate(house, group, { date, roomId: rooms[0].id, ...wish });
  const { room = '' } = (await meetingOf(house, occurrence.id)) ?? {};
  const slot = async (instance = 0): Promise<Slot | undefined> => {
    const { body } = await jitsiOf(house, { instance }).beat();
    return body.slots.find((each) => each.room === room);
  };
  return { group, rooms, occurrence, room, slot };
}

async function needRoom(group: Group, { id }: RoomFacts, time: string): Promise<number> {
  return (await datesOf(house, group).reserve({ date, roomId: id, time, minutes: 30 })).status;
}

describe('The slot guard hears of a date', () => {
  it('an hour before its door opens, with all that it has to know', async () => {
    const { slot } = await aMeeting();
    at('16:40');
    expect(await slot()).toBeUndefined();
    at('16:41');
    expect(await slot()).toEqual({
      room: expect.stringMatching(/^[a-z0-9]{40}$/),
      opens: secondsAt(`${date}T17:40`),
      closes: secondsAt(`${date}T20:30`),
      max: 12,
      warn: [
        { at: 2400, message: 'Noch 10 Minuten: Das Treffen endet um 20:00 Uhr.' },
        { at: 2100, message: expect.stringContaining(MAY_EXTEND) },
        { at: 300, message: expect.stringContaining('In 5 Minuten schließt der Raum') },
      ],
      blocked: [],
    });
  });

  it('until it closes, from each instance alike', async () => {
    const { slot } = await aMeeting();
    for (const time of ['18:00', '19:59', '20:29']) {
      at(time);
      expect(await slot(0)).toEqual(await slot(1));
      expect(await slot(1)).toBeDefined();
    }
    at('20:30');
    expect(await slot()).toBeUndefined();
  });

  it('in the words of its contact point', async () => {
    const { slot } = await aMeeting({}, { wording: 'en' });
    at('18:00');
    expect((await slot())?.warn?.[0]?.message).toBe('10 minutes left: the meeting ends at 8 pm.');
  });

  it('and of what the guard has to say to people', async () => {
    const { body } = await jitsiOf(house).beat();
    expect(Object.keys(body.text).sort()).toEqual([
      'blocked',
      'cancelled',
      'closed',
      'ended',
      'full',
      'name',
    ]);
    expect(JSON.stringify(body.text)).not.toMatch(/Gruppe/);
  });

  it('not when it is called off, nor while the access of its group rests', async () => {
    const { slot, occurrence, group } = await aMeeting();
    const change = (action: string) =>
      house.http[0].post(`/api/groups/${group.id}/${action}`, { as: group.contactPoint.staff });
    const isListed = async () => {
      at('17:30');
      const listed = await slot();
      house.clock.moveTo('2026-12-01T09:00');
      return listed !== undefined;
    };
    expect(await isListed()).toBe(true);
    expect((await change('pause')).status).toBe(200);
    expect(await isListed()).toBe(false);
    expect((await change('resume')).status).toBe(200);
    expect(await isListed()).toBe(true);
    expect((await datesOf(house, group).cancel(occurrence.id)).status).toBe(200);
    expect(await isListed()).toBe(false);
  });

  it('longer when it is extended', async () => {
    const { slot, occurrence, group } = await aMeeting();
    at('19:55');
    const representative = await signIn(house, group.contactPoint.slug, group.email);
    expect((await datesOf(house, { ...group, representative }).extend(occurrence.id)).status).toBe(200);
    expect((await slot())?.closes).toBe(secondsAt(`${date}T21:00`));
  });
});

describe('At its end a meeting closes', () => {
  it('at once when somebody needs the room, and nobody is told that it can be longer', async () => {
    const { slot, rooms, group } = await aMeeting();
    expect(await needRoom(group, rooms[0], '20:15')).toBe(201);
    at('19:00');
    const { closes, warn } = (await slot()) ?? {};
    expect(closes).toBe(secondsAt(`${date}T20:00`));
    expect(warn).toEqual([
      { at: 600, message: 'Noch 10 Minuten: Das Treffen endet um 20:00 Uhr.' },
      { at: 300, message: 'Noch 5 Minuten: Das Treffen endet um 20:00 Uhr.' },
    ]);
  });

  it('half an hour later when the room is needed then, or another one is needed', async () => {
    const { slot, rooms, group } = await aMeeting();
    expect(await needRoom(group, rooms[0], '20:30')).toBe(201);
    expect(await needRoom(group, rooms[1], '20:15')).toBe(201);
    at('19:00');
    expect((await slot())?.closes).toBe(secondsAt(`${date}T20:30`));
  });

  it('half an hour later, and is told under which condition it can be longer: a buffer or a closure may forbid it', async () => {
    const behind = await aMeeting({}, { buffer_minutes: 15 });
    expect(await needRoom(behind.group, behind.rooms[0], '20:30')).toBe(201);
    const shut = await aMeeting();
    const closure = { from: { date, time: '20:00' }, to: { date }, roomId: shut.rooms[0].id };
    const closed = await house.http[0].post('/api/closures', {
      as: shut.group.contactPoint.staff,
      body: closure,
    });
    expect(closed.status).toBe(201);
    at('19:55');
    for (const { group, occurrence, slot } of [behind, shut]) {
      expect((await slot())?.warn?.[1]?.message).toContain(MAY_EXTEND);
      const representative = await signIn(house, group.contactPoint.slug, group.email);
      expect((await datesOf(house, { ...group, representative }).extend(occurrence.id)).status).toBe(409);
    }
  });

  it('at once when the server has no place for all who linger and all who come', async () => {
    const { slot, rooms, group } = await aMeeting();
    expect(await needRoom(group, rooms[1], '20:00')).toBe(201);
    const limit = (people: number) =>
      house.database.query('UPDATE meeting_servers SET capacity_participants = $1', [people]);
    at('19:00');
    await limit(15);
    expect((await slot())?.closes).toBe(secondsAt(`${date}T20:00`));
    await limit(16);
    expect((await slot())?.closes).toBe(secondsAt(`${date}T20:30`));
    await limit(10_000);
  });
});

describe('The guard tells', () => {
  it('how many people there are: the latest number and the highest, by fives', async () => {
    const { room, occurrence, slot } = await aMeeting();
    const tell = async (participants: number) => {
      await jitsiOf(house).beat([{ room: room.toUpperCase(), participants }]);
      const { heads, most } = (await meetingOf(house, occurrence.id)) ?? {};
      return [heads, most];
    };
    at('18:00');
    expect(await slot()).toBeDefined();
    expect(await tell(3)).toEqual([3, 5]);
    expect(await tell(7)).toEqual([7, 10]);
    expect(await tell(5)).toEqual([5, 10]);
    at('18:02');
    await jitsiOf(house).beat({});
    expect(await meetingOf(house, occurrence.id)).toMatchObject({ heads: null, most: 10 });
  });

  it('nothing about rooms of another server, or that there are not', async () => {
    const { room, occurrence } = await aMeeting();
    const other = { id: '00000000-0000-4000-8000-000000000001', slug: 'anderer', capacity_participants: 10 };
    await insert(house.database, 'meeting_servers', {
      ...other,
      is_open: false,
      secret_hash: Buffer.from('2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b', 'hex'),
    });
    at('18:00');
    const beat = await jitsiOf(house, { server: 'anderer', secret: 'secret' }).beat([
      { room, participants: 9 },
    ]);
    expect(beat.status).toBe(200);
    expect(beat.body.slots).toEqual([]);
    expect((await meetingOf(house, occurrence.id))?.heads).toBeNull();
    expect((await jitsiOf(house).beat([{ room: 'gibtesnicht', participants: 1 }])).status).toBe(200);
  });
});

describe('Nobody else hears anything', () => {
  it.each([
    ['without a secret', { secret: '' }],
    ['with a wrong one', { secret: 'demo-secret2' }],
    ['with the one of another server', { server: 'anderer' }],
    ['in the name of a server that there is not', { server: 'niemand' }],
    ['in an odd name', { server: '%00' }],
  ])('%s (401, the same bytes)', async (_, who) => {
    const { status, text } = await jitsiOf(house, who).beat();
    const stranger = await jitsiOf(house, { server: 'unbekannt', secret: 'x' }).beat();
    expect({ status, text }).toEqual({ status: 401, text: stranger.text });
    expect(text).not.toContain('slots');
  });

  it.each([
    ['no JSON', '{', 400],
    ['another shape', '{"rooms":[{"room":1}]}', 400],
    ['people that cannot be', '{"rooms":[{"room":"a","participants":-1}]}', 400],
    ['too much', JSON.stringify({ rooms: [], x: 'x'.repeat(140_000) }), 413],
  ])('that sends %s', async (_, body, status) => {
    expect((await jitsiOf(house).post('/slots', body)).status).toBe(status);
  });

  it('in another format (415)', async () => {
    expect((await jitsiOf(house).post('/slots', 'x', 'text/plain')).status).toBe(415);
  });
});
