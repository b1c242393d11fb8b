import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aGroup, signIn, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Address {
  url?: string;
  createdAt?: string;
}

const UNKNOWN = 'A'.repeat(32);

describe('The address of a group’s calendar', () => {
  let house: StoryHouse;
  let group: Group;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.clock.moveTo('2026-12-01T09:00');
    group = await aGroup(house);
  });

  const addressPath = (of = group) => `/api/groups/${of.id}/calendar`;
  const showAddress = (as = group.representative, of = group) =>
    house.http[0].get<Address>(addressPath(of), { as });
  const newAddress = (as = group.representative, of = group) =>
    house.http[0].post<Address>(addressPath(of), { as });
  const endAddress = (as = group.representative, of = group) => house.http[0].delete(addressPath(of), { as });

  const pathOf = ({ url = '' }: Address) => new URL(url).pathname;
  const fetched = (path: string) => house.http[0].raw(path);
  const aCalendar = async () => pathOf((await newAddress()).body);

  it('is none at first, then one until there is a new one', async () => {
    expect(await showAddress()).toMatchObject({ status: 200, body: {} });
    const made = await newAddress();
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      url: expect.stringMatching(/^https:\/\/haus\.example\/calendar\/[\w-]{32}\.ics$/),
      createdAt: '2026-12-01T08:00:00Z',
    });
    expect((await showAddress()).body).toEqual(made.body);
    house.clock.moveTo('2026-12-01T09:10');
    const renewed = await newAddress();
    expect(renewed.body.createdAt).toBe('2026-12-01T08:10:00Z');
    expect(renewed.body.url).not.toBe(made.body.url);
    expect((await fetched(pathOf(made.body))).status).toBe(404);
    expect((await fetched(pathOf(renewed.body))).status).toBe(200);
  });

  it('can be ended, twice without harm, and opens nothing then', async () => {
    const path = await aCalendar();
    expect((await endAddress()).status).toBe(204);
    expect((await endAddress()).status).toBe(204);
    expect((await showAddress()).body).toEqual({});
    const ended = await fetched(path);
    const unknown = await fetched(`/calendar/${UNKNOWN}.ics`);
    expect([ended.status, ended.text]).toEqual([404, unknown.text]);
  });

  it('is one for each person, however many ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => newAddress()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const rows = await house.database.query('SELECT id FROM calendar_feeds WHERE group_id = $1', [group.id]);
    expect(rows).toHaveLength(1);
    expect((await fetched(pathOf((await showAddress()).body))).status).toBe(200);
  });

  it('is each representative’s own', async () => {
    const email = `zweite-${group.id}@gruppe.example`;
    const { contactPoint } = group;
    const two = await house.http[0].post<{ id: string }>('/api/groups', {
      as: contactPoint.staff,
      body: {
        label: 'Gruppe zu zweit',
        representatives: [
          { name: 'Erika Muster', email: group.email },
          { name: 'Max Muster', email },
        ],
      },
    });
    await house.mails.waitFor(email);
    const shared = { ...group, id: two.body.id };
    const other = await signIn(house, contactPoint.slug, email);
    const mine = (await newAddress(group.representative, shared)).body;
    expect((await showAddress(other, shared)).body).toEqual({});
    const theirs = (await newAddress(other, shared)).body;
    await endAddress(other, shared);
    expect((await fetched(pathOf(theirs))).status).toBe(404);
    expect((await fetched(pathOf(mine))).status).toBe(200);
  });

  it('is not open to others (P7)', async () => {
    const stranger = await aGroup(house, group.contactPoint);
    await newAddress();
    for (const call of [showAddress, newAddress, endAddress]) {
      const foreign = await call(stranger.representative, group);
      const unknown = await call(stranger.representative, {
        ...group,
        id: '01a20000-0000-7000-8000-000000000000',
      });
      expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
      expect((await call(group.contactPoint.staff, group)).status).toBe(403);
      expect((await call({}, group)).status).toBe(401);
    }
    expect((await showAddress()).body.url).toBeDefined();
  });

  it('is nowhere in the database as it is', async () => {
    const token = /calendar\/(.{32})/.exec((await newAddress()).body.url ?? '')?.[1] ?? '';
    const rows = await house.database.query<{ row: string }>('SELECT f::text AS row FROM calendar_feeds f');
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    expect(token).toHaveLength(32);
  });

  it('opens nothing once its owner speaks for the group no more', async () => {
    const path = await aCalendar();
    await house.database.query('DELETE FROM representatives WHERE group_id = $1', [group.id]);
    const removed = await fetched(path);
    expect([removed.status, removed.text]).toEqual([404, (await fetched(`/calendar/${UNKNOWN}.ics`)).text]);
    expect((await showAddress()).status).toBe(404);
  });
});
