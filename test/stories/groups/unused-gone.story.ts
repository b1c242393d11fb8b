import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { doorOf, groupLinkOf, invitedBy, type Invited } from '../../support/invited.js';
import { stayIn } from '../../support/mail-rows.js';
import { aGroup, aPlace, aWish, signIn, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { tablesWith } from '../../support/traces.js';
import { evening, lettersTo, untilTheLastDay } from '../../support/unused.js';

/** An address that takes no mail. */
const GONE_AWAY = 'weg@gast.example';

let house: StoryHouse;

beforeAll(async () => {
  const JITSI_DIAL_IN = 'DE +49 231 1234567';
  house = await openStoryHouse({ instances: 2, environment: { JITSI_PROFILE: 'P3', JITSI_DIAL_IN } });
});
afterAll(() => house.close());

const isThere = async ({ id }: Group) =>
  (await house.database.query('SELECT 1 FROM groups WHERE id = $1', [id])).length === 1;
const idsOf = async (table: string, { id }: { id: string }, column = 'group_id') =>
  (await house.database.query<{ id: string }>(`SELECT id FROM ${table} WHERE ${column} = $1`, [id])).map(
    (row) => row.id,
  );

describe('The keys of the database', () => {
  it('take everything that hangs on a group along: no table can be forgotten', async () => {
    const keys = await house.database.query<{ from: string; to: string; onDelete: string }>(
      `SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to, confdeltype AS "onDelete"
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    const reached = new Set(['groups']);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const { from, to } of keys) if (reached.has(to)) reached.add(from);
    }
    expect([...reached]).toEqual(
      expect.arrayContaining(['occurrences', 'invitees', 'turned_away', 'kept_invitees']),
    );
    const stopped = keys.filter(({ to, onDelete }) => reached.has(to) && onDelete !== 'c');
    expect(stopped).toEqual([]);
  });
});

describe('A group that goes', () => {
  let gone: Group;
  let stays: Group;
  let guest: Omit<Invited, 'group'>;
  let links: string[];
  const shared = 'beide@gruppe.example';
  let traces: string[];
  let lastDay: string;

  beforeAll(async () => {
    ({ group: gone } = await aPlace(house));
    stays = await aGroup(house, gone.contactPoint);
    const { staff } = gone.contactPoint;
    for (const group of [gone, stays]) await addShared(group);
    const as = gone.representative;
    const [http] = house.http;
    guest = await invitedBy(house, gone, { repeat: { kind: 'weekly', interval: 1, count: 3 } });
    const single = await invitedBy(house, gone, { date: '2026-12-10' }, 'einzeln@gast.example');
    const body = { items: [{ email: guest.email, name: 'Rosa Geheim' }], keep: true };
    await http.send('PUT', `/api/groups/${gone.id}/invitees`, { as, body });
    const feed = await http.post<{ url: string }>(`/api/groups/${gone.id}/calendar`, { as });
    const groupLink = await groupLinkOf(house, gone);
    await http.submit(`${guest.link}/probe`, { displayName: 'Ada' });
    await http.post(`/api/groups/${gone.id}/reservations`, {
      as,
      body: aWish({ date: '2026-12-11' }),
      headers: { 'idempotency-key': newId() },
    });
    await http.send('PATCH', `/api/occurrences/${single.occurrenceId}`, { as, body: { time: '16:00' } });
    await http.submit(`${single.link}/reply`, { answer: 'yes' });
    house.mails.refusals.set(GONE_AWAY, 550);
    await http.post(guest.list, { as, body: { invitees: [{ email: GONE_AWAY }] } });
    await mailsAreOut(house);
    await wake(house, 'tell-of-unreached');
    expect(await house.database.query('SELECT 1 FROM unreached_notices')).toHaveLength(1);
    house.clock.moveTo('2026-12-08T18:00');
    await stayIn(house.database);
    await http.submit(`${guest.link}/enter`, { displayName: 'Ada' });
    links = [
      guest.link,
      single.link,
      groupLink,
      new URL(feed.body.url).pathname,
      await doorOf(house, gone, guest.occurrenceId),
    ];
    expect(await house.database.query('SELECT 1 FROM meetings WHERE pin IS NOT NULL')).not.toEqual([]);
    traces = await tracesOf(gone);
    // The neighbours meet on, and have whom they share with the group that goes.
    await evening(house, '2026-12-22');
    house.clock.moveTo('2027-12-12T12:00');
    await http.post(`/api/groups/${stays.id}/keep`, { as: staff });
    lastDay = await untilTheLastDay(house, '2026-12-22');
    await http.post(`/api/groups/${stays.id}/keep`, { as: staff });
  });

  async function addShared(group: Group): Promise<void> {
    const [known] = await house.database.query<{ id: string }>('SELECT id FROM people WHERE email = $1', [
      shared,
    ]);
    const personId = known?.id ?? newId();
    if (!known)
      await house.database.query('INSERT INTO people VALUES ($1, $2, $3, $4, $4)', [
        personId,
        group.contactPoint.id,
        'Kim Beide',
        shared,
      ]);
    await house.database.query('INSERT INTO representatives (id, group_id, person_id) VALUES ($1, $2, $3)', [
      newId(),
      group.id,
      personId,
    ]);
  }

  /** All ids and words by which somebody could tell that the group was there. */
  async function tracesOf(group: Group): Promise<string[]> {
    const occurrences = await idsOf('occurrences', group);
    const reservations = await idsOf('reservations', group);
    const invitees = await house.database.query<{ id: string }>(
      'SELECT id FROM invitees WHERE occurrence_id = ANY ($1) OR reservation_id = ANY ($2)',
      [occurrences, reservations],
    );
    const people = await house.database.query<{ id: string }>('SELECT id FROM people WHERE email = $1', [
      group.email,
    ]);
    const signIns = await house.database.query<{ id: string }>(
      'SELECT s.id FROM sign_ins s JOIN people p ON p.id = s.person_id WHERE p.email = $1',
      [group.email],
    );
    const rooms = await house.database.query<{ id: string }>(
      'SELECT room_name AS id FROM meetings WHERE occurrence_id = ANY ($1) UNION ALL SELECT room_name FROM trial_slots',
      [occurrences],
    );
    const ids = [...invitees, ...people, ...signIns, ...rooms].map(({ id }) => id);
    const words = [group.email, guest.email, 'einzeln@gast.example', GONE_AWAY, 'Rosa Geheim'];
    return [
      ...[group.id, ...occurrences, ...reservations, ...(await idsOf('representatives', group)), ...ids],
      ...words,
    ];
  }

  const stranger = (link: string) => link.replace(/[\w-]{20,}/, (token) => token.replace(/[^-]/g, '0'));
  const open = async (link: string) => {
    const { status, text } = await house.http[0].raw(link);
    return { status, text };
  };

  it('leaves nothing in any column of any table, whatever hung on it (P9)', async () => {
    expect(traces.length).toBeGreaterThan(20);
    for (const trace of traces)
      expect([trace, await tablesWith(house.database, trace)]).not.toEqual([trace, []]);
    await wake(house, 'tend-meetings');
    await evening(house, lastDay);
    // What was answered is kept for a day and jobs for an hour after they are done, by the clock of the database.
    await house.database.query(`UPDATE remembered_answers SET created_at = now() - interval '25 hours'`);
    const headers = { 'idempotency-key': newId() };
    await house.http[0].post(`/api/groups/${stays.id}/keep`, { as: stays.contactPoint.staff, headers });
    await house.database.query(`DELETE FROM pgboss.job WHERE state = 'completed'`);
    const left = await Promise.all(
      traces.map(async (trace) => [trace, await tablesWith(house.database, trace)]),
    );
    expect(left.filter(([, tables]) => tables?.length !== 0)).toEqual([]);
  });

  it('its links answer like links that never were', async () => {
    for (const link of links) {
      const answer = await open(link);
      expect([link, answer]).toEqual([link, await open(stranger(link))]);
      expect(answer.status).toBe(404);
    }
    const { representative: as } = gone;
    expect((await house.http[0].get('/api/me', { as })).status).toBe(401);
  });

  it('its neighbour stays whole, and so does whoever represents both', async () => {
    expect(await isThere(stays)).toBe(true);
    expect(await idsOf('representatives', stays)).toHaveLength(2);
    const as = await signIn(house, stays.contactPoint.slug, shared);
    const { body } = await house.http[0].get('/api/me', { as });
    expect(body).toMatchObject({ groups: [{ id: stays.id }], person: { name: 'Kim Beide' } });
    expect((await house.http[0].get('/api/me', { as: stays.representative })).status).toBe(200);
    expect(lettersTo(house, { ...stays, email: shared })).toEqual(['asked', '22. März 2028']);
  });
});
