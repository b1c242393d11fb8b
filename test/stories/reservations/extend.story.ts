import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { RegisterServer } from '../../../src/rooms/register-server.js';
import { datesOf, type Occurrence } from '../../support/dates.js';
import { calendarFileOf, inviteesOf } from '../../support/invitees.js';
import { aPlace, insert } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_CAPACITY: '20' } });
});
afterAll(() => house.close());
beforeEach(() => {
  house.clock.moveTo('2026-12-01T09:00');
});

const verdicts = (body: { dates?: { verdict: string }[] }) => body.dates?.map(({ verdict }) => verdict);

describe('A meeting that runs', () => {
  it('gets more time up to twelve hours in all (422)', async () => {
    const { group } = await aPlace(house, { longest_minutes: 690 });
    const dates = datesOf(house, group);
    const wish = { date: '2026-12-01', time: '09:15', minutes: 690, expectedParticipants: 2 };
    const [date] = (await dates.reserve(wish)).body.occurrences;
    house.clock.moveTo('2026-12-01T20:40');
    expect(await dates.extend(date.id)).toMatchObject({ status: 200, body: { minutes: 720 } });
    expect(await dates.extend(date.id)).toMatchObject({ status: 422, body: { code: 'longEnough' } });
  });

  it('gets more time beside a closure that left it, and none where it is closed; nothing is offered instead', async () => {
    const { group, rooms } = await aPlace(house);
    const dates = datesOf(house, group);
    const wish = { date: '2026-12-01', time: '09:15', minutes: 60, expectedParticipants: 2 };
    const { occurrences } = (await dates.reserve({ ...wish, roomId: rooms[0].id })).body;
    const close = (from: string, to: string) =>
      insert(house.database, 'closures', {
        ...{ id: newId(), room_id: rooms[0].id },
        ...{ starts_at: `2026-12-01T${from}`, ends_at: `2026-12-01T${to}` },
      });
    await close('09:30', '09:45');
    await close('10:45', '12:00');
    house.clock.moveTo('2026-12-01T09:50');
    expect(await dates.extend(occurrences[0].id)).toMatchObject({ status: 200, body: { minutes: 90 } });
    const refused = await dates.extend(occurrences[0].id);
    expect(refused).toMatchObject({
      status: 409,
      body: { dates: [{ verdict: 'closed', alternatives: [] }] },
    });
  });

  it.each([
    ['the date', (date: Occurrence) => `/api/occurrences/${date.id}`],
    ['the series', (date: Occurrence) => `/api/reservations/${date.reservationId}`],
  ])(
    'ends as it was planned for who is invited later to %s, as in the calendar of the group',
    async (of, path) => {
      const { group } = await aPlace(house);
      const dates = datesOf(house, group);
      const repeat = { kind: 'weekly', interval: 1, count: 2 };
      const wish = { date: '2026-12-01', time: '09:15', minutes: 60, expectedParticipants: 2, repeat };
      const [date] = (await dates.reserve(wish)).body.occurrences;
      house.clock.moveTo('2026-12-01T09:50');
      expect((await dates.extend(date.id)).body.minutes).toBe(90);
      const email = `spaet-zu-${of.slice(4)}@gast.example`;
      await inviteesOf(house, group, path(date)).invite(email);
      const mail = await house.mails.waitFor(email);
      expect(calendarFileOf(mail)).toContain('DTEND;TZID=Europe/Berlin:20261201T101500');
      expect(mail.email.text).toContain('09:15 bis 10:15 Uhr');
      const link = /\/t\/[\w-]+/.exec(mail.email.text ?? '')?.[0];
      const file = (await house.http[0].raw(`${link}/termin.ics`)).text;
      expect(file).toContain('DTEND;TZID=Europe/Berlin:20261201T101500');
    },
  );

  it('gets none when the server is full by then, and nothing changes', async () => {
    const [one, two] = [await aPlace(house), await aPlace(house)];
    const dates = datesOf(house, one.group);
    const wish = { date: '2026-12-01', time: '09:15', minutes: 45, expectedParticipants: 9 };
    const { id, occurrences } = (await dates.reserve(wish)).body;
    await datesOf(house, two.group).reserve({ ...wish, time: '10:00', expectedParticipants: 12 });
    house.clock.moveTo('2026-12-01T09:50');
    const refused = await dates.extend(occurrences[0].id);
    expect([refused.status, verdicts(refused.body)]).toEqual([409, ['capacity']]);
    await house.database.query('UPDATE meeting_servers SET is_open = false');
    const closedSince = await dates.extend(occurrences[0].id);
    await house.database.query('UPDATE meeting_servers SET is_open = true');
    expect(closedSince.body).toEqual(refused.body);
    expect((await dates.show(id)).body.occurrences[0]).toMatchObject({ minutes: 45, version: 1 });
  });
});

describe('A date that was reserved before the house had a server', () => {
  it('counts for the server that the house gets', async () => {
    const [one, two] = [await aPlace(house), await aPlace(house)];
    const wish = { date: '2027-02-02', expectedParticipants: 12 };
    const { id } = (await datesOf(house, one.group).reserve(wish)).body;
    await house.database.query('UPDATE occurrences SET server_id = NULL WHERE reservation_id = $1', [id]);
    await house.apps[0].get(RegisterServer).onApplicationBootstrap();
    const dates = datesOf(house, two.group);
    const refused = await dates.reserve({ ...wish, expectedParticipants: 9 });
    expect([refused.status, verdicts(refused.body)]).toEqual([409, ['capacity']]);
    expect((await dates.reserve({ ...wish, expectedParticipants: 8 })).status).toBe(201);
  });
});
