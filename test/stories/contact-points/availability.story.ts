import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aContactPoint, aGroup, aRoom, aWish, type ContactPoint, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let here: ContactPoint;

beforeAll(async () => {
  house = await openStoryHouse();
  here = await aContactPoint(house);
});
afterAll(() => house.close());

interface RoomFree {
  id: string;
  name: string;
  kind: string;
  seats: number;
  taken: { startsAt: string; endsAt: string }[];
}

describe('When rooms are free', () => {
  let group: Group;
  let room: { id: string; name: string };
  const ask = (query: string, slug = here.slug) =>
    house.http[0].get<{ rooms: RoomFree[]; code?: string }>(
      `/api/contact-points/${slug}/availability?${query}`,
    );
  const reserve = (wish: Record<string, unknown>) =>
    house.http[0].post<{ occurrences: { id: string }[] }>(`/api/groups/${group.id}/reservations`, {
      as: group.representative,
      body: aWish({ roomId: room.id, ...wish }),
    });
  const takenOn = async (query: string) => {
    const { body } = await ask(query);
    return body.rooms
      .find(({ id }) => id === room.id)
      ?.taken.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`);
  };

  beforeAll(async () => {
    group = await aGroup(house, here);
    room = await aRoom(house, { name: 'Ahorn' });
    await reserve({ date: '2026-12-08', time: '18:00', minutes: 120 });
    await reserve({ date: '2026-12-09', time: '10:00', minutes: 60 });
    await reserve({ date: '2026-12-09', time: '07:00', minutes: 90 });
  });

  it('everybody may know: each room with what is taken, in order', async () => {
    const { status, body } = await ask('from=2026-12-08&to=2026-12-09');
    expect(status).toBe(200);
    expect(body.rooms.find(({ id }) => id === room.id)).toEqual({
      id: room.id,
      name: 'Ahorn',
      kind: 'talk',
      seats: 12,
      taken: [
        { startsAt: '2026-12-08T17:00:00Z', endsAt: '2026-12-08T19:00:00Z' },
        { startsAt: '2026-12-09T06:00:00Z', endsAt: '2026-12-09T07:30:00Z' },
        { startsAt: '2026-12-09T09:00:00Z', endsAt: '2026-12-09T10:00:00Z' },
      ],
      closed: [],
    });
  });

  it.each([
    ['the day itself', 'from=2026-12-08&to=2026-12-08', ['2026-12-08T17:00:00Z 2026-12-08T19:00:00Z']],
    ['the day before', 'from=2026-12-07&to=2026-12-07', []],
    ['the day after the last', 'from=2026-12-10&to=2026-12-10', []],
  ])('both days of the period belong to it: %s', async (_, query, expected) => {
    expect(await takenOn(query)).toEqual(expected);
  });

  it('and a date over midnight belongs to both its days', async () => {
    const night = await aContactPoint(house, { opens_at: '00:00', closes_at: '24:00' });
    const theirs = await aGroup(house, night);
    await house.http[0].post(`/api/groups/${theirs.id}/reservations`, {
      as: theirs.representative,
      body: aWish({ roomId: room.id, date: '2026-12-15', time: '22:00', minutes: 120 }),
    });
    expect(await takenOn('from=2026-12-15&to=2026-12-15')).toEqual([
      '2026-12-15T21:00:00Z 2026-12-15T23:00:00Z',
    ]);
    expect(await takenOn('from=2026-12-16&to=2026-12-16')).toEqual([]);
  });

  it('but never who is in them (P6)', async () => {
    const secret = await aGroup(house, here);
    await house.database.query(
      `UPDATE groups SET label = 'Schattenlabel', topic = 'Schattenthema' WHERE id = $1`,
      [secret.id],
    );
    const made = await house.http[0].post<{ id: string; occurrences: { id: string }[] }>(
      `/api/groups/${secret.id}/reservations`,
      { as: secret.representative, body: aWish({ roomId: room.id, date: '2026-12-22' }) },
    );
    const occurrenceId = made.body.occurrences[0]?.id ?? '';
    await house.http[0].post(`/api/occurrences/${occurrenceId}/invitees`, {
      as: secret.representative,
      body: { invitees: [{ name: 'Rosa', email: 'rosa@example.org' }] },
    });
    const { text, body } = await ask('from=2026-12-22&to=2026-12-22');
    expect(body.rooms.find(({ id }) => id === room.id)?.taken).toHaveLength(1);
    for (const word of [
      'Schatten',
      secret.id,
      made.body.id,
      occurrenceId,
      secret.email,
      'Erika',
      'Rosa',
      '@',
    ]) {
      expect(text).not.toContain(word);
    }
    const names = [...new Set(text.match(/"\w+":/g))].sort();
    expect(names).toEqual([
      '"closed":',
      '"endsAt":',
      '"id":',
      '"kind":',
      '"name":',
      '"noServerOpen":',
      '"rooms":',
      '"seats":',
      '"startsAt":',
      '"taken":',
    ]);
  });

  it('and a cancelled date is free again', async () => {
    const { body } = await reserve({ date: '2026-12-29' });
    expect(await takenOn('from=2026-12-29&to=2026-12-29')).toHaveLength(1);
    await house.http[0].delete(`/api/occurrences/${body.occurrences[0]?.id}`, { as: group.representative });
    expect(await takenOn('from=2026-12-29&to=2026-12-29')).toEqual([]);
  });

  it('is the same whether somebody is signed in or not', async () => {
    const path = `/api/contact-points/${here.slug}/availability?from=2026-12-08&to=2026-12-09`;
    const signedIn = await house.http[0].get(path, { as: group.representative });
    expect(signedIn.text).toBe((await house.http[0].get(path)).text);
  });

  it('shows the rooms of the house and its own, none of another contact point (P7)', async () => {
    const other = await aContactPoint(house);
    const theirs = await aRoom(house, { contact_point_id: other.id });
    const ours = await aRoom(house, { contact_point_id: here.id });
    const idsFor = async (slug: string) =>
      (await ask('from=2026-12-08&to=2026-12-08', slug)).body.rooms.map(({ id }) => id);
    expect(await idsFor(here.slug)).toEqual(expect.arrayContaining([room.id, ours.id]));
    expect(await idsFor(here.slug)).not.toContain(theirs.id);
    expect(await idsFor(other.slug)).toContain(theirs.id);
    expect(await idsFor(other.slug)).not.toContain(ours.id);
  });

  it('shows rooms for information only where the contact point allows them', async () => {
    const hall = await aRoom(house, { kind: 'information', seats: 50 });
    const allowing = await aContactPoint(house, { allows_information: true });
    const kindsFor = async (slug: string) =>
      (await ask('from=2026-12-08&to=2026-12-08', slug)).body.rooms.filter(({ id }) => id === hall.id);
    expect(await kindsFor(allowing.slug)).toHaveLength(1);
    expect(await kindsFor(here.slug)).toEqual([]);
  });

  it.each([
    ['31 days', 'from=2026-12-01&to=2026-12-31', 200],
    ['32 days', 'from=2026-12-01&to=2027-01-01', 422],
    ['a year', 'from=2026-12-01&to=2027-12-01', 422],
    ['one day', 'from=2026-12-01&to=2026-12-01', 200],
    ['none, the later first', 'from=2026-12-02&to=2026-12-01', 422],
    ['31 days across the change of the clocks', 'from=2027-03-01&to=2027-03-31', 200],
  ])('is told for 31 days at most: %s', async (_, query, status) => {
    const answer = await ask(query);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(status === 422 ? 'periodTooLong' : undefined);
  });

  it.each([
    'from=2026-02-30&to=2026-03-01',
    'from=2026-12-01&to=morgen',
    'from=2026-12-01T00:00&to=2026-12-02',
    'from=2026-12-01',
    'to=2026-12-01',
    '',
    'from=0001-01-01&to=0001-01-02',
    'from=9999-12-31&to=9999-12-31',
    'from=2026-12-01&from=2026-12-02&to=2026-12-03',
    'from[]=2026-12-01&to=2026-12-03',
    'from=2026-12-01%00&to=2026-12-03',
    'from=2026-12-01&to=2026-12-02&groupId=1',
    `from=2026-12-01'&to=2026-12-02`,
  ])('is refused for ?%s (400)', async (query) => {
    expect((await ask(query)).status).toBe(400);
  });

  it('is unknown for an unknown contact point (404)', async () => {
    expect((await ask('from=2026-12-01&to=2026-12-02', 'nirgends')).status).toBe(404);
  });
});
