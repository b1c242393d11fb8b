import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { datesOf } from '../../support/dates.js';
import { jitsiOf, meetingOf, secondsAt } from '../../support/jitsi-side.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';
const NEUTRAL = 'Dieser Raum ist jetzt nicht offen. Bitte öffnen Sie Ihren persönlichen Link noch einmal.';

let house: StoryHouse;
let group: Group;
let occurrenceId: string;
let room: string;

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_PROFILE: 'P2' } });
  ({ group } = await aPlace(house));
  occurrenceId = (await aDate(house, group, {})).id;
  room = (await meetingOf(house, occurrenceId))?.room ?? '';
});
afterAll(() => house.close());

const ask = (name = room) =>
  jitsiOf(house).open({ name, start_time: '2026-12-08T17:00:00.000Z', mail_owner: 'abc@meet.jitsi/x' });

async function refusalAt(time: string, name = room): Promise<string> {
  house.clock.moveTo(time);
  const { status, body } = await ask(name);
  expect(status).toBe(403);
  expect(Object.keys(body)).toEqual(['message']);
  return String(body['message']);
}

describe('Before Jitsi opens a room it asks the house', () => {
  it('and may while the door is open, as often as it asks and however it writes the name', async () => {
    house.clock.moveTo('2026-12-08T17:40');
    const first = await ask(room.toUpperCase());
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toContain('application/json');
    expect(first.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: room,
      mail_owner: 'abc@meet.jitsi/x',
      start_time: '2026-12-08T16:40:00Z',
      duration: secondsAt('2026-12-08T20:30') - secondsAt('2026-12-08T17:40'),
      max_occupants: 12,
      lobby: true,
    });
    expect((await ask()).text).toBe(first.text);
    expect(first.text).not.toContain(occurrenceId);
  });

  it('finds it again by its id, and never by ours', async () => {
    house.clock.moveTo('2026-12-08T18:00');
    const { body } = await ask();
    const found = await jitsiOf(house).get(`/conference/${String(body['id'])}`);
    expect(found.status).toBe(200);
    expect(found.body).toEqual({ ...body, mail_owner: '' });
    for (const id of [occurrenceId, 'f'.repeat(32), 'x'])
      expect((await jitsiOf(house).get(`/conference/${id}`)).status).toBe(404);
    house.clock.moveTo('2026-12-08T20:30');
    expect((await jitsiOf(house).get(`/conference/${String(body['id'])}`)).status).toBe(404);
  });

  it('tells that the room is empty, which changes nothing', async () => {
    house.clock.moveTo('2026-12-08T18:00');
    const { body } = await ask();
    for (const id of [String(body['id']), 'irgendwas'])
      expect((await jitsiOf(house).remove(`/conference/${id}`)).status).toBe(200);
    expect((await ask()).body).toEqual(body);
  });

  it.each([
    ['too early on the day', '2026-12-08T17:39', 'Der Raum öffnet um 17:40 Uhr.'],
    ['days before', '2026-12-07T12:00', 'Der Raum öffnet am Dienstag, 8. Dezember 2026 um 17:40 Uhr.'],
    ['after it', '2026-12-08T20:30', 'Die gebuchte Zeit ist vorbei.'],
  ])('hears why not: %s', async (_, time, message) => {
    expect(await refusalAt(time)).toBe(message);
  });

  it('hears the same of what is unknown, rests or is called off', async () => {
    const now = '2026-12-08T18:00';
    expect(await refusalAt(now, 'gibtesnicht')).toBe(NEUTRAL);
    const change = (action: string) => {
      house.clock.moveTo(MORNING);
      return house.http[0].post(`/api/groups/${group.id}/${action}`, { as: group.contactPoint.staff });
    };
    expect((await change('pause')).status).toBe(200);
    expect(await refusalAt(now)).toBe(NEUTRAL);
    expect((await change('resume')).status).toBe(200);
    const other = await aDate(house, group, { date: '2026-12-09' });
    const { room: itsRoom = '' } = (await meetingOf(house, other.id)) ?? {};
    expect((await datesOf(house, group).cancel(other.id)).status).toBe(200);
    expect(await refusalAt('2026-12-09T18:00', itsRoom)).toBe(NEUTRAL);
  });
});

it('A room of a date that no server has opens on none', async () => {
  house.clock.moveTo('2026-12-01T09:00');
  const { id } = await aDate(house, group, { date: '2026-12-10' });
  await house.database.query('UPDATE occurrences SET server_id = NULL WHERE id = $1', [id]);
  const { room: itsRoom = '' } = (await meetingOf(house, id)) ?? {};
  expect(await refusalAt('2026-12-10T18:00', itsRoom)).toBe(NEUTRAL);
});

describe('Whoever is not Jitsi', () => {
  it.each(['', 'falsch'])('learns nothing with the secret %j (401)', async (secret) => {
    const jitsi = jitsiOf(house, { secret });
    const answers = [
      await jitsi.open({ name: room }),
      await jitsi.get('/conference/x'),
      await jitsi.remove('/conference/x'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  });

  it.each([
    ['no name', {}, 400],
    ['more than 4 kB', { name: room, x: 'x'.repeat(4096) }, 413],
  ])('sends %s', async (_, fields, status) => {
    expect((await jitsiOf(house).open(fields as Record<string, string>)).status).toBe(status);
  });
});

it('Beside a slot guard mod_reservations never closes a room before the longest extension is over', async () => {
  await house.database.query(`UPDATE meeting_servers SET profile = 'P3'`);
  house.clock.moveTo('2026-12-08T18:00');
  const { body } = await ask();
  expect(body['duration']).toBe(20 * 60 + 12 * 3600 + 30 * 60);
});

it('A house that cannot look asks to come again (503)', async () => {
  const client = new pg.Client({ connectionString: house.database.url });
  await client.connect();
  await client.query('BEGIN; LOCK TABLE meetings IN ACCESS EXCLUSIVE MODE');
  const { status, headers } = await ask();
  await client.end();
  expect({ status, retryAfter: headers.get('retry-after') }).toEqual({ status: 503, retryAfter: '5' });
});
