import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { mailsAreOut } from '../../support/clockwork.js';
import { eventually } from '../../support/mail-rows.js';
import { aGroup, aRoom, aWish, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const AT_ONCE = 30;
/** As long as somebody waits for a lock; and a machine with other work to do is slow without any closure. */
const LONGEST_WAIT_MS = 2000;
const TIMES_THE_QUIET = 3;

interface Reserved {
  occurrences?: { id: string }[];
  dates?: { verdict: string }[];
}
interface Closed {
  hits: { occurrenceId: string }[];
}

describe('Many reserve while a closure is saved, through two instances', () => {
  let house: StoryHouse;
  let group: Group;
  let other: Group;
  let roomIds: string[] = [];

  beforeAll(async () => {
    house = await openStoryHouse({ instances: 2 });
    [group, other] = [await aGroup(house), await aGroup(house)];
    for (let count = 0; count < AT_ONCE; count++) roomIds = [...roomIds, (await aRoom(house)).id];
  });
  afterAll(() => house.close());

  const instance = (index: number) => house.http[index % 2] ?? house.http[0];
  const reserve = (date: string, index: number, by = group) =>
    instance(index).post<Reserved>(`/api/groups/${by.id}/reservations`, {
      as: by.representative,
      body: aWish({ date, roomId: roomIds[index] }),
    });
  const close = (date: string, dates: string) =>
    instance(1).post<Closed>('/api/closures', {
      as: group.contactPoint.staff,
      body: { from: { date }, to: { date }, dates },
    });
  const plannedOn = async (date: string) => {
    const rows = await house.database.query<{ id: string }>(
      `SELECT o.id FROM occurrences o WHERE o.state = 'planned' AND o.series_date = $1 AND o.group_id = $2`,
      [date, group.id],
    );
    return rows.map(({ id }) => id).sort();
  };

  const wishesFor = (date: string) =>
    Array.from({ length: AT_ONCE }, async (_, index) => {
      await sleep(index * 2);
      return reserve(date, index);
    });

  /** How long they take when nobody closes. */
  async function quiet(date: string): Promise<number> {
    const startedAt = performance.now();
    const answers = await Promise.all(wishesFor(date));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    return performance.now() - startedAt;
  }

  /** The closure leaves after some of the wishes, while most are on their way. */
  async function race(date: string, { dates, after }: { dates: string; after: number }) {
    const alone = await quiet(Temporal.PlainDate.from(date).add({ weeks: 4 }).toString());
    const startedAt = performance.now();
    const closing = sleep(after).then(() => close(date, dates));
    const [closed, ...answers] = await Promise.all([closing, ...wishesFor(date)]);
    const longest = after + LONGEST_WAIT_MS + TIMES_THE_QUIET * alone;
    expect(performance.now() - startedAt).toBeLessThan(longest);
    return { closed, answers, hits: closed.body.hits.map(({ occurrenceId }) => occurrenceId).sort() };
  }

  it.each([
    ['2026-12-08', 10],
    ['2026-12-09', 60],
    ['2026-12-10', 120],
    ['2026-12-11', 200],
    ['2026-12-14', 300],
  ])(
    'who came first is hit, who came later is refused, and nobody else (on %s after %i ms)',
    async (date, after) => {
      const { closed, answers, hits } = await race(date, { dates: 'leave', after });
      expect(closed.status).toBe(201);
      const made = answers.flatMap(({ body }) => body.occurrences ?? []).map(({ id }) => id);
      const refused = answers.filter(({ status }) => status === 409);
      expect(made.length + refused.length).toBe(AT_ONCE);
      for (const { body } of refused) expect(body).toMatchObject({ dates: [{ verdict: 'closed' }] });
      expect(await plannedOn(date)).toEqual(hits);
      expect(made.sort()).toEqual(hits);
    },
  );

  it('none is made once the closure is answered, and other contact points go on', async () => {
    const date = '2026-12-08';
    const before = await plannedOn(date);
    const free = roomIds.map((_, index) => index).slice(-5);
    const answers = await Promise.all(free.flatMap((index) => [reserve(date, index), reserve(date, index)]));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 409));
    expect(await plannedOn(date)).toEqual(before);
    const later = await reserve('2026-12-15', 0, other);
    expect(later.status).toBe(201);
  });

  it('with the dates called off, none is left in the end', async () => {
    const date = '2026-12-16';
    const { answers } = await race(date, { dates: 'cancel', after: 150 });
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual(
      [],
    );
    await eventually(() => plannedOn(date), []);
  });

  it('two closures and a cancellation of the same dates at once: each is cancelled once', async () => {
    const date = '2026-12-17';
    const made = await Promise.all(roomIds.slice(0, 10).map((_, index) => reserve(date, index)));
    const ids = made.flatMap(({ body }) => body.occurrences ?? []).map(({ id }) => id);
    expect(ids).toHaveLength(10);
    await Promise.all([
      close(date, 'cancel'),
      close(date, 'move'),
      ...ids.map((id, index) =>
        instance(index).delete(`/api/occurrences/${id}`, { as: group.representative }),
      ),
    ]);
    await eventually(() => plannedOn(date), []);
    await mailsAreOut(house);
    const rows = await house.database.query<{ sequence: number; state: string }>(
      'SELECT DISTINCT state, sequence FROM occurrences WHERE id = ANY ($1)',
      [ids],
    );
    expect(rows).toEqual([{ state: 'cancelled', sequence: 1 }]);
  });

  it('leaves no deadlock behind', async () => {
    const [statistics] = await house.database.query<{ deadlocks: string }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    expect(statistics?.deadlocks).toBe('0');
  });
});
