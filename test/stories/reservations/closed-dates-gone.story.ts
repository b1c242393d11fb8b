import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '../../../src/platform/database/transactions.js';
import { Events } from '../../../src/platform/events/events.js';
import { closedDatesFound } from '../../../src/reservations/reservations.events.js';
import { datesOf } from '../../support/dates.js';
import { eventually } from '../../support/mail-rows.js';
import { aPlace } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Hits {
  hitCount: number;
  hits: { date: string }[];
}

describe('A date that a closure hits and that somebody changes at the same moment', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  const count = async (question: string) => {
    const [row] = await house.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${question}`,
    );
    return row?.count;
  };

  async function comes(question: string): Promise<void> {
    await eventually(async () => (await count(question)) !== 0, true);
  }

  it('is left alone when it is gone, and its reservation keeps its version', async () => {
    const { group, rooms } = await aPlace(house);
    const { body } = await datesOf(house, group).reserve({ roomId: rooms[0].id, date: '2026-12-08' });
    const [{ id }] = body.occurrences;
    const day = { date: '2026-12-08' };
    const closure = await house.http[0].post<{ id: string }>('/api/closures', {
      as: group.contactPoint.staff,
      body: { roomId: rooms[0].id, from: day, to: day },
    });
    const [transactions, events] = [house.apps[0].get(Transactions), house.apps[0].get(Events)];
    const word = {
      closureId: closure.body.id,
      version: 1,
      occurrenceIds: [id],
      treatment: 'cancel' as const,
    };
    await transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM reservations WHERE id = $1 FOR UPDATE', [body.id]);
      await transactions.run((other) => events.publish(other, closedDatesFound, word));
      const waiting = 'SELECT 1 FROM pg_locks WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))';
      await eventually(async () => (await tx.query<unknown[]>(waiting)).length > 0, true);
      await tx.query(`UPDATE occurrences SET state = 'cancelled', cancelled_at = now() WHERE id = $1`, [id]);
    });
    await comes(`pgboss.job WHERE name LIKE 'closure.treated/%'`);
    expect(await count(`pgboss.job WHERE name LIKE 'dates.cancelled/%'`)).toBe(0);
    const rows = await house.database.query('SELECT version FROM reservations WHERE id = $1', [body.id]);
    expect(rows).toEqual([{ version: body.version }]);
  });
});

describe('A closure that hits hundreds of dates', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  const MANY = 250;
  const CLOSURE = { from: { date: '2027-01-01' }, to: { date: '2027-12-31' } };

  /** One date each day. */
  async function manyDates() {
    const { group, rooms } = await aPlace(house);
    const { body } = await datesOf(house, group).reserve({ roomId: rooms[0].id, date: '2027-01-01' });
    await house.database.query(
      `INSERT INTO occurrences (id, reservation_id, group_id, room_id, series_date, during, holds, expected_participants)
       SELECT gen_random_uuid(), reservation_id, group_id, room_id, series_date + day,
         tstzrange(lower(during) + day * interval '1 day', upper(during) + day * interval '1 day'),
         tstzrange(lower(holds) + day * interval '1 day', upper(holds) + day * interval '1 day'), expected_participants
       FROM occurrences, generate_series(1, $2) AS day WHERE reservation_id = $1`,
      [body.id, MANY - 1],
    );
    return { group, reservationId: body.id };
  }

  it('counts all and names the first, calls all off, and remembers nothing of the groups (P9)', async () => {
    const { group, reservationId } = await manyDates();
    const call = { as: group.contactPoint.staff, body: CLOSURE };
    const preview = await house.http[0].post<Hits>('/api/closures/preview', call);
    expect([preview.body.hitCount, preview.body.hits.length]).toEqual([MANY, 200]);
    const days = preview.body.hits.map(({ date }) => date);
    expect([days[0], days[199]]).toEqual(['2027-01-01', '2027-07-19']);
    const closing = {
      ...call,
      body: { ...CLOSURE, dates: 'cancel' },
      headers: { 'idempotency-key': 'viele' },
    };
    const { status, body } = await house.http[0].post<Hits>('/api/closures', closing);
    expect([status, body.hitCount, body.hits.length]).toEqual([201, MANY, 200]);
    const [row] = await house.database.query<{ result: unknown }>(
      `SELECT result FROM remembered_answers WHERE key = 'viele'`,
    );
    expect(row?.result).toMatchObject({ version: 1, hits: { count: MANY } });
    for (const word of [group.id, group.label]) expect(JSON.stringify(row)).not.toContain(word);
    const planned = `SELECT 1 FROM occurrences WHERE reservation_id = $1 AND state = 'planned'`;
    await eventually(async () => (await house.database.query(planned, [reservationId])).length, 0);
    await house.database.query(
      `UPDATE remembered_answers SET status = NULL, answer = NULL WHERE key = 'viele'`,
    );
    const again = await house.http[0].post<Hits>('/api/closures', closing);
    expect([again.status, again.body]).toEqual([201, body]);
  });
});
