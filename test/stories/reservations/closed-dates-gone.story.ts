import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Transactions } from '../../../src/platform/database/transactions.js';
import { Events } from '../../../src/platform/events/events.js';
import { closureMade } from '../../../src/reservations/reservations.events.js';
import { datesOf } from '../../support/dates.js';
import { aPlace } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

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

  async function eventually(question: string): Promise<void> {
    for (let attempt = 0; attempt < 200 && (await count(question)) === 0; attempt++) await sleep(50);
    expect(await count(question)).toBeGreaterThan(0);
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
      await transactions.run((other) => events.publish(other, closureMade, word));
      await eventually(`pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
      await tx.query(`UPDATE occurrences SET state = 'cancelled', cancelled_at = now() WHERE id = $1`, [id]);
    });
    await eventually(`pgboss.job WHERE name LIKE 'closure.treated/%'`);
    expect(await count(`pgboss.job WHERE name LIKE 'dates.cancelled/%'`)).toBe(0);
    const rows = await house.database.query('SELECT version FROM reservations WHERE id = $1', [body.id]);
    expect(rows).toEqual([{ version: body.version }]);
  });
});
