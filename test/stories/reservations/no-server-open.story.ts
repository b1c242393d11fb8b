import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailedDatesReader } from '../../../src/reservations/mailed-dates.reader.js';
import { datesOf, type Dates, type Problem } from '../../support/dates.js';
import type { Caller } from '../../support/http-caller.js';
import { aContactPoint, anOperator, aPlace, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const PAUSE = 'Das Haus macht gerade eine technische Pause';
const weekly = (count: number) => ({ repeat: { kind: 'weekly', interval: 1, count } });

let house: StoryHouse;
let operator: Caller;
let group: Group;
let rooms: [RoomFacts, RoomFacts];
let dates: Dates;

const setOpen = (isOpen: boolean) =>
  house.http[0].send('PATCH', '/api/servers/demo', { as: operator, body: { isOpen } });

/** What is refused, and that nothing is offered instead. */
const saidOf = ({ status, body }: { status: number; body: Problem }) => ({
  status,
  isPause: body.detail.startsWith(PAUSE),
  dates: body.dates?.map(({ verdict, capacityFault, alternatives }) => [
    verdict,
    capacityFault,
    alternatives.length,
  ]),
});
const paused = (count = 1) => ({
  status: 409,
  isPause: true,
  dates: Array.from({ length: count }, () => ['capacity', 'noServerOpen', 0]),
});

beforeAll(async () => {
  house = await openStoryHouse();
  operator = await anOperator(house);
});
afterAll(() => house.close());
beforeEach(async () => {
  ({ group, rooms } = await aPlace(house));
  dates = datesOf(house, group);
});
afterEach(() => setOpen(true));

describe('While every video server is closed for new dates', () => {
  it('the house says that it takes none, and takes them again when one is open', async () => {
    await setOpen(false);
    for (const roomId of [rooms[0].id, 'any']) {
      const { status, body } = await dates.preview({ roomId });
      expect(status).toBe(200);
      expect(body.dates).toMatchObject([
        { verdict: 'capacity', capacityFault: 'noServerOpen', alternatives: [] },
      ]);
      expect(saidOf(await dates.reserve({ roomId }))).toEqual(paused());
    }
    await setOpen(true);
    expect((await dates.preview({ roomId: rooms[0].id })).body.dates[0]).not.toHaveProperty('capacityFault');
    expect((await dates.reserve({ roomId: rooms[0].id })).status).toBe(201);
  });

  it('whoever asks when rooms are free learns that none can be reserved', async () => {
    const { slug } = await aContactPoint(house);
    const ask = async () => {
      const path = `/api/contact-points/${slug}/availability?from=2026-12-02&to=2026-12-02`;
      return (await house.http[0].get<{ noServerOpen: boolean }>(path)).body.noServerOpen;
    };
    expect(await ask()).toBe(false);
    await setOpen(false);
    expect(await ask()).toBe(true);
    await house.database.query(
      `INSERT INTO meeting_servers (id, slug, capacity_participants) VALUES ($1, 'neu', 40)`,
      [randomUUID()],
    );
    expect(await ask()).toBe(false);
    await house.database.query(`DELETE FROM meeting_servers WHERE slug = 'neu'`);
  });

  it('a year of dates is one refusal, not 52 questions', async () => {
    await setOpen(false);
    const year = { roomId: rooms[0].id, date: '2026-12-02', ...weekly(52) };
    const { body } = await dates.preview(year);
    expect(new Set(body.dates.map(({ capacityFault }) => capacityFault))).toEqual(new Set(['noServerOpen']));
    expect(saidOf(await dates.reserve(year))).toEqual(paused(52));
  });

  it('dates that stand stay, also in another room; they go to no other time', async () => {
    const { body } = await dates.reserve({ roomId: rooms[0].id, ...weekly(3) });
    const [{ id }] = body.occurrences;
    await setOpen(false);
    expect((await dates.move(id, { roomId: rooms[1].id, minutes: 150 })).status).toBe(200);
    expect(saidOf(await dates.move(id, { date: '2026-12-09' }))).toEqual(paused());
    expect(saidOf(await dates.moveSeries(body.id, { time: '10:00' }))).toEqual(paused(3));
    expect((await dates.moveSeries(body.id, { roomId: rooms[1].id })).status).toBe(200);
  });

  it('what was left out or called off comes back later', async () => {
    const skip = ['2026-12-15'];
    const { repeat } = weekly(3);
    const { body } = await dates.reserve({ roomId: rooms[0].id, repeat: { ...repeat, skip } });
    await dates.cancelSeries(body.id);
    await setOpen(false);
    const takeUp = () => dates.takeUp(body.id, { date: '2026-12-15' });
    expect(saidOf(await takeUp())).toEqual(paused());
    expect(saidOf(await dates.restore(body.occurrences[0].id))).toEqual(paused());
    expect(saidOf(await dates.restoreSeries(body.id))).toEqual(paused(2));
    await setOpen(true);
    expect((await takeUp()).status).toBe(201);
    expect((await dates.restoreSeries(body.id)).status).toBe(200);
  });

  it('the link of a mail moves nothing, and says why', async () => {
    const [{ id }] = (await dates.reserve({ roomId: rooms[0].id })).body.occurrences;
    const [person] = await house.database.query<{ id: string }>(
      'SELECT person_id AS id FROM representatives WHERE group_id = $1',
      [group.id],
    );
    const links = house.apps[0].get(MailedDatesReader, { strict: false });
    const link = new URL(links.actUrlOf(id, person?.id ?? '')).pathname;
    await setOpen(false);
    const move = { act: 'move', date: '2026-12-09', time: '19:15', version: '1' };
    const { status, text } = await house.http[0].submit(link, move);
    expect(status).toBe(409);
    expect(text).toContain(PAUSE);
    expect(text).toContain('value="19:15"');
    expect(text).not.toContain('Das ist frei');
  });
});
