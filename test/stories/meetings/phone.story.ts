import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { MeetingsReader } from '../../../src/meetings/meetings.reader.js';
import { MeetingsStore } from '../../../src/meetings/meetings.store.js';
import { Transactions } from '../../../src/platform/database/transactions.js';
import { wake } from '../../support/clockwork.js';
import { datesOf } from '../../support/dates.js';
import { jitsiOf, meetingOf } from '../../support/jitsi-side.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';
const NUMBERS = [
  { countryCode: 'DE', formattedNumber: '+49 231 1234567', tollFree: false, default: true },
  { countryCode: 'DE', formattedNumber: '+49 800 1234567', tollFree: true, default: false },
];

let house: StoryHouse;
let group: Group;
let occurrenceId: string;
let room: string;
let pin: string;

beforeAll(async () => {
  const JITSI_DIAL_IN = 'DE +49 231 1234567, DE +49 800 1234567 free';
  house = await openStoryHouse({ environment: { JITSI_DIAL_IN } });
  ({ group } = await aPlace(house));
  occurrenceId = (await aDate(house, group, {})).id;
  const meeting = await meetingOf(house, occurrenceId);
  room = meeting?.room ?? '';
  pin = String(meeting?.pin);
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo('2026-12-08T18:00'));

const pages = () => jitsiOf(house, { secret: '' });
const exchange = () => jitsiOf(house);
const conference = (name = room) => encodeURIComponent(`${name}@muc.meet.jitsi`);
const codeOf = (name = room) =>
  pages().get(`/phone/code?conference=${conference(name)}&url=https%3A%2F%2Fmeet.example%2F${name}`);
const wrongPin = () => String(randomInt(100_000_000, 1_000_000_000)).replace(pin, '987654321');

describe('Jitsi’s pages show', () => {
  it('the numbers, to pages of this server alone', async () => {
    const { status, body, headers } = await pages().get(`/phone/numbers?conference=${conference()}`);
    expect({ status, body }).toEqual({ status: 200, body: NUMBERS });
    expect(headers.get('access-control-allow-origin')).toBe('https://meet.example');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect((await jitsiOf(house, { server: 'niemand', secret: '' }).get('/phone/numbers')).status).toBe(404);
  });

  it('the PIN while the room may be open', async () => {
    expect(pin).toMatch(/^[1-9]\d{8}$/);
    const { status, body, headers } = await codeOf();
    expect(status).toBe(200);
    expect(body).toEqual({
      message: expect.any(String),
      id: Number(pin),
      conference: `${room}@muc.meet.jitsi`,
    });
    expect(headers.get('access-control-allow-origin')).toBe('https://meet.example');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(['2026-12-08T17:39', '2026-12-08T20:30'])(
    'none at %s, as of a room that there is not',
    async (time) => {
      house.clock.moveTo(time);
      const shapeOf = async (name: string) => {
        const { status, body } = await codeOf(name);
        return { status, message: body['message'], id: body['id'], names: Object.keys(body) };
      };
      const known = await shapeOf(room);
      expect(known).toMatchObject({ status: 200, id: false });
      expect(await shapeOf('gibtesnicht')).toEqual(known);
    },
  );

  it('none of a room at another place, and none without a question', async () => {
    const elsewhere = await pages().get(`/phone/code?conference=${room}%40muc.anderswo.example`);
    expect(elsewhere.body['id']).toBe(false);
    expect((await pages().get('/phone/code')).status).toBe(400);
    expect((await pages().get('/phone/code?conference=%00')).body['id']).toBe(false);
  });
});

describe('The telephone exchange', () => {
  it('learns which room a PIN opens, however it asks', async () => {
    const opens = { message: expect.any(String), id: Number(pin), conference: `${room}@muc.meet.jitsi` };
    expect((await exchange().get(`/phone/code?id=${pin}&caller=1`)).body).toEqual(opens);
    expect((await exchange().post('/phone/code', JSON.stringify({ id: pin }))).body).toEqual(opens);
    expect((await exchange().post('/phone/code', JSON.stringify({ id: Number(pin) }))).body).toEqual(opens);
    const name = { conference: `${room}@muc.meet.jitsi` };
    expect((await exchange().post('/phone/code', JSON.stringify(name))).body).toMatchObject({
      id: Number(pin),
    });
  });

  it.each(['2026-12-08T17:39', '2026-12-08T20:30'])('not at %s', async (time) => {
    house.clock.moveTo(time);
    const { status, body } = await exchange().get(`/phone/code?id=${pin}`);
    expect({ status, conference: body['conference'] }).toEqual({ status: 200, conference: false });
  });

  it('not without its secret: nobody else may try PINs (401)', async () => {
    for (const jitsi of [pages(), jitsiOf(house, { secret: 'falsch' })]) {
      expect((await jitsi.get(`/phone/code?id=${pin}`)).status).toBe(401);
      expect((await jitsi.post('/phone/code', JSON.stringify({ id: pin }))).status).toBe(401);
    }
  });

  it('may let a caller be wrong five times a minute, and right as often as they like', async () => {
    const tries = [];
    for (let count = 0; count < 6; count++)
      tries.push((await exchange().get(`/phone/code?id=${wrongPin()}&caller=0231-5`)).status);
    expect(tries).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await exchange().get(`/phone/code?id=${pin}&caller=0231-5`)).status).toBe(429);
    for (let count = 0; count < 8; count++)
      expect((await exchange().get(`/phone/code?id=${pin}&caller=0231-6`)).status).toBe(200);
  });

  it.each([
    ['unknown ones', () => ''],
    ['as many known ones', (count: number) => `&caller=${count}`],
  ])('may not let %s guess together, and whoever else calls comes in', async (_, callerOf) => {
    const statuses = [];
    for (let count = 0; count < 105; count++)
      statuses.push((await exchange().get(`/phone/code?id=${wrongPin()}${callerOf(count)}`)).status);
    expect(statuses[0]).toBe(200);
    expect((await exchange().get(`/phone/code?id=${pin}`)).status).toBe(429);
    for (let count = 0; count < 8; count++) {
      const { status, body } = await exchange().get(`/phone/code?id=${pin}&caller=0231-7`);
      expect({ status, id: body['id'], opens: body['conference'] }).toEqual({
        status: 200,
        id: Number(pin),
        opens: `${room}@muc.meet.jitsi`,
      });
    }
    await house.database.query('DELETE FROM rate_limits');
  });
});

describe('A PIN', () => {
  it('is shown by the house with the numbers', async () => {
    const meetings = house.apps[0].get(MeetingsReader);
    expect(await meetings.dialInOf(occurrenceId)).toEqual({ numbers: NUMBERS, pin });
    expect(await meetings.dialInOf(group.id)).toBeUndefined();
  });

  it('is given to dates whose server got its number later, and goes when the date is over', async () => {
    house.clock.moveTo(MORNING);
    await house.database.query(`UPDATE meeting_servers SET dial_in = '[]'`);
    const later = await aDate(house, group, { date: '2026-12-10' });
    expect((await meetingOf(house, later.id))?.pin).toBeNull();
    await house.database.query('UPDATE meeting_servers SET dial_in = $1', [JSON.stringify(NUMBERS)]);
    await wake(house, 'tend-meetings');
    const given = (await meetingOf(house, later.id))?.pin;
    expect(String(given)).toMatch(/^[1-9]\d{8}$/);
    expect((await meetingOf(house, occurrenceId))?.pin).toBe(Number(pin));
    house.clock.moveTo('2026-12-10T20:29');
    await wake(house, 'tend-meetings');
    expect((await meetingOf(house, later.id))?.pin).toBe(given);
    expect((await meetingOf(house, occurrenceId))?.pin).toBeNull();
  });

  it('is never given twice, also when chance would have it so', async () => {
    house.clock.moveTo(MORNING);
    const [one, other] = [
      await aDate(house, group, { date: '2026-12-14' }),
      await aDate(house, group, { date: '2026-12-15' }),
    ];
    const taken = (await meetingOf(house, one.id))?.pin ?? 0;
    await house.database.query('UPDATE meetings SET pin = NULL WHERE occurrence_id = $1', [other.id]);
    const [app] = house.apps;
    const store = app.get(MeetingsStore, { strict: false });
    await app.get(Transactions).run((tx) => store.givePins(tx, [other.id], [[taken], [taken], [234567891]]));
    expect((await meetingOf(house, other.id))?.pin).toBe(234567891);
  });

  it('opens nothing while a date is called off, and another room when it comes back', async () => {
    house.clock.moveTo(MORNING);
    const { id } = await aDate(house, group, { date: '2026-12-01', time: '10:00', minutes: 60 });
    const dates = datesOf(house, group);
    const before = await meetingOf(house, id);
    house.clock.moveTo('2026-12-01T09:50');
    const opens = async () => (await exchange().get(`/phone/code?id=${before?.pin}`)).body['conference'];
    expect(await opens()).toBe(`${before?.room}@muc.meet.jitsi`);
    await dates.cancel(id);
    expect(await opens()).toBe(false);
    expect((await codeOf((await meetingOf(house, id))?.room)).body['id']).toBe(false);
    await dates.restore(id);
    const after = await meetingOf(house, id);
    expect(after?.room).not.toBe(before?.room);
    expect(await opens()).toBe(`${after?.room}@muc.meet.jitsi`);
    expect((await codeOf(before?.room)).body['id']).toBe(false);
  });

  it('is not kept by a date that is called off for good', async () => {
    house.clock.moveTo(MORNING);
    const { id } = await aDate(house, group, { date: '2026-12-01', time: '13:00', minutes: 60 });
    await datesOf(house, group).cancel(id);
    house.clock.moveTo('2026-12-01T14:30');
    await wake(house, 'tend-meetings');
    expect((await meetingOf(house, id))?.pin).toBeNull();
  });
});
