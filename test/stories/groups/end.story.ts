import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailsAreOut } from '../../support/clockwork.js';
import { invitedBy } from '../../support/invited.js';
import { calendarFileOf, subjectsTo } from '../../support/invitees.js';
import { eventually } from '../../support/mail-rows.js';
import { aDate, aGroup, aPlace, aWish, type Group } from '../../support/people.js';
import { oneAfterTheOther, waitingFor } from '../../support/waiting-in-line.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('When the access of a group has ended', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  const end = ({ id, contactPoint }: Group) =>
    house.http[0].post(`/api/groups/${id}/end`, { as: contactPoint.staff });
  const statesOf = async ({ id }: Group) => {
    const rows = await house.database.query<{ state: string }>(
      'SELECT state FROM occurrences WHERE group_id = $1 ORDER BY lower(during)',
      [id],
    );
    return rows.map(({ state }) => state);
  };

  it('its dates ahead are called off, everybody invited hears, and the rooms are free', async () => {
    const { group, rooms } = await aPlace(house);
    const other = await aGroup(house, group.contactPoint);
    const weekly = { roomId: rooms[0].id, repeat: { kind: 'weekly', interval: 1, count: 3 } };
    const toAll = await invitedBy(house, group, weekly);
    const toOne = await invitedBy(house, group, { roomId: rooms[1].id, date: '2026-12-10' });
    expect((await end(group)).status).toBe(200);
    await eventually(() => statesOf(group), ['cancelled', 'cancelled', 'cancelled', 'cancelled']);
    for (const { email } of [toAll, toOne])
      await eventually(() => subjectsTo(house, email), ['Einladung', 'Abgesagt']);
    const { status } = await house.http[0].post(`/api/groups/${other.id}/reservations`, {
      as: other.representative,
      body: aWish(weekly),
    });
    expect(status).toBe(201);
  });

  it('its dates say why they are off, and offer nobody to take that back', async () => {
    const { group } = await aPlace(house);
    await aDate(house, group, {});
    await end(group);
    await eventually(() => statesOf(group), ['cancelled']);
    const path = `/api/groups/${group.id}/occurrences`;
    const { body } = await house.http[0].get<{ items: object[] }>(path, { as: group.representative });
    const [date] = body.items;
    expect(date).toMatchObject({
      state: 'cancelled',
      reason: 'Die Freischaltung Ihrer Gruppe ist beendet.',
    });
    expect(date).not.toHaveProperty('restorableUntil');
  });

  it('a reservation that had looked before the end and is written after it is refused', async () => {
    const { group } = await aPlace(house);
    const closing = new pg.Client({ connectionString: house.database.url });
    await closing.connect();
    // Each reservation waits for a closure that is being saved.
    await closing.query('SELECT pg_advisory_lock(7260010, 0)');
    const reserving = house.http[0].post<{ code: string }>(`/api/groups/${group.id}/reservations`, {
      as: group.representative,
      body: aWish({ date: '2026-12-22' }),
    });
    await eventually(() => waitingFor(closing), 1);
    expect((await end(group)).status).toBe(200);
    await closing.end();
    const { status, body } = await reserving;
    expect([status, body.code]).toEqual([403, 'accessRests']);
    expect(await statesOf(group)).toEqual([]);
  });

  it('dates that are called off at the same moment change once', async () => {
    const { group } = await aPlace(house);
    const { body: reserved } = await house.http[0].post<{ id: string; version: number }>(
      `/api/groups/${group.id}/reservations`,
      { as: group.representative, body: aWish({ repeat: { kind: 'weekly', interval: 1, count: 2 } }) },
    );
    const path = `/api/reservations/${reserved.id}`;
    const cancel = () => house.http[0].delete(path, { as: group.representative });
    const answers = await oneAfterTheOther<{ status: number }>(
      house,
      { table: 'reservations', id: reserved.id },
      [cancel, () => end(group)],
    );
    expect(answers).toMatchObject([{ status: 200 }, { status: 200 }]);
    // Whoever changes it still is done by then.
    await mailsAreOut(house);
    const rows = await house.database.query('SELECT version FROM reservations WHERE id = $1', [reserved.id]);
    expect(rows).toEqual([{ version: reserved.version + 1 }]);
  });

  it('what runs or is over stays as it was, and so do the dates of others', async () => {
    const { group, rooms } = await aPlace(house);
    const other = await aGroup(house, group.contactPoint);
    await aDate(house, group, { roomId: rooms[0].id, date: '2026-12-03', time: '18:00' });
    await aDate(house, group, { roomId: rooms[0].id, date: '2026-12-15' });
    await aDate(house, other, { roomId: rooms[1].id, date: '2026-12-15' });
    house.clock.moveTo('2026-12-03T18:30');
    await end(group);
    await eventually(() => statesOf(group), ['planned', 'cancelled']);
    expect(await statesOf(other)).toEqual(['planned']);
  });

  it('while a date of a series runs, who is invited to all hears that none is left', async () => {
    const { group } = await aPlace(house);
    const weekly = { date: '2026-12-08', time: '18:00', repeat: { kind: 'weekly', interval: 1, count: 3 } };
    const { email, link } = await invitedBy(house, group, weekly);
    house.clock.moveTo('2026-12-08T18:30');
    await end(group);
    await eventually(() => statesOf(group), ['planned', 'cancelled', 'cancelled']);
    const mail = await house.mails.waitFor(email, 2);
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Abgesagt']);
    expect(mail.email.text).toContain('ab diesem Termin sind abgesagt:\nDienstag, 15. Dezember 2026');
    expect(mail.email.text).toContain('Der Link aus der Einladung öffnet sich nicht mehr.');
    expect(calendarFileOf(mail)).toContain('METHOD:CANCEL');
    expect(calendarFileOf(mail)).not.toContain('RECURRENCE-ID');
    expect((await house.http[0].raw(link)).status).toBe(403);
  });
});
