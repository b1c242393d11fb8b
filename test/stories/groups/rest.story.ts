import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aGroup, aRoom, aWish, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('While the access of a group rests', () => {
  let house: StoryHouse;
  let group: Group;
  let occurrence: { id: string; door: { enterUrl: string } };
  /** Path of the representative's own page. */
  let door: string;

  beforeAll(async () => {
    house = await openStoryHouse();
    await aRoom(house);
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    house.clock.moveTo('2026-12-08T09:00');
    group = await aGroup(house);
    const { body } = await house.http[0].post<{ occurrences: [typeof occurrence] }>(
      `/api/groups/${group.id}/reservations`,
      { as: group.representative, body: aWish() },
    );
    [occurrence] = body.occurrences;
    door = new URL(occurrence.door.enterUrl).pathname;
    house.clock.moveTo('2026-12-08T17:50');
  });
  // One date after another takes the same room.
  afterEach(() => house.database.query(`UPDATE occurrences SET state = 'cancelled'`));

  const change = (columns: string) =>
    house.database.query(`UPDATE groups SET ${columns} WHERE id = $1`, [group.id]);

  const rests = [
    ['paused', `state = 'paused'`],
    ['ended', `state = 'ended'`],
    ['over', `access_until = '2026-12-07'`],
  ] as const;

  it.each(rests)(
    '%s: the door of its representative stays shut, and the page says why',
    async (_, columns) => {
      expect((await house.http[0].raw(door)).text).toContain('Jetzt eintreten');
      await change(columns);
      const answers = [
        await house.http[0].raw(door),
        await house.http[0].submit(`${door}/enter`, { displayName: 'Erika' }),
        await house.http[0].raw(`${door}/termin.ics`),
      ];
      for (const { status, text, headers } of answers) {
        expect({ status, location: headers.get('location') }).toEqual({ status: 403, location: null });
        expect(text).toContain('Bitte sprechen Sie mit Ihrer Kontaktstelle.');
        expect(text).not.toContain(group.label);
      }
      const program = await house.http[0].post(`/api/links/${door.slice(3)}/enter`, { body: {} });
      expect(program).toMatchObject({ status: 403, body: { code: 'accessRests' } });
    },
  );

  it('the last day still belongs to the period, and a door opens again with the access', async () => {
    await change(`access_until = '2026-12-08', state = 'paused'`);
    expect((await house.http[0].raw(door)).status).toBe(403);
    await change(`state = 'active'`);
    expect((await house.http[0].raw(door)).text).toContain('Jetzt eintreten');
  });

  it.each(rests)('%s: its representative invites nobody, and nothing is stored', async (_, columns) => {
    house.clock.moveTo('2026-12-08T09:00');
    await change(columns);
    const path = `/api/occurrences/${occurrence.id}/invitees`;
    const call = { as: group.representative, body: { invitees: [{ email: 'rosa@gast.example' }] } };
    expect(await house.http[0].post(path, call)).toMatchObject({
      status: 403,
      body: { code: 'accessRests' },
    });
    expect((await house.http[0].get(path, { as: group.representative })).body).toEqual({ items: [] });
  });

  it.each(rests)('%s: its representative still sees the dates and may cancel', async (_, columns) => {
    house.clock.moveTo('2026-12-08T09:00');
    await change(columns);
    const as = group.representative;
    const list = await house.http[0].get(`/api/groups/${group.id}/occurrences`, { as });
    expect(list).toMatchObject({ status: 200, body: { items: [{ id: occurrence.id }] } });
    expect((await house.http[0].get(`/api/occurrences/${occurrence.id}/invitees`, { as })).status).toBe(200);
    const cancelled = await house.http[0].delete(`/api/occurrences/${occurrence.id}`, { as });
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  });
});
