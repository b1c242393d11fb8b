import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/http-caller.js';
import { aGroup, aRoom, aWish, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const AT_ONCE = 50;

describe('Many reserve at once, through two instances (P1)', () => {
  let house: StoryHouse;
  let groups: [Group, Group];

  beforeAll(async () => {
    house = await openStoryHouse({ instances: 2 });
    groups = [await aGroup(house), await aGroup(house)];
  });
  afterAll(() => house.close());

  /** All wishes leave together, alternating between the instances and the groups. */
  async function race(wishes: Record<string, unknown>[]) {
    const [first, second = first] = house.http;
    return Promise.all(
      wishes.map(async (wish, index) => {
        const group = groups[index % 3 === 0 ? 0 : 1];
        const http = index % 2 === 0 ? first : second;
        const asking = { as: group.representative, body: wish };
        return http.post(`/api/groups/${group.id}/reservations`, asking);
      }),
    );
  }

  function expectOneWinner(answers: Answer<unknown>[], winners = 1) {
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(winners);
    expect(statuses.filter((status) => status === 409)).toHaveLength(answers.length - winners);
  }

  const planned = (roomId: string) =>
    house.database.query(`SELECT 1 FROM occurrences WHERE room_id = $1 AND state = 'planned'`, [roomId]);

  it.each([1, 2, 3, 4, 5])('fifty for one slot: one wins, nobody fails (round %i)', async () => {
    const room = await aRoom(house);
    expectOneWinner(await race(Array.from({ length: AT_ONCE }, () => aWish({ roomId: room.id }))));
    expect(await planned(room.id)).toHaveLength(1);
  });

  it('fifty for slots that overlap without being equal: nobody shares an instant with another', async () => {
    const room = await aRoom(house);
    const starts = ['17:00', '17:30', '18:00', '18:15', '18:45'];
    const wishes = Array.from({ length: AT_ONCE }, (_, index) =>
      aWish({ roomId: room.id, time: starts[index % starts.length], minutes: 120 + 30 * (index % 4) }),
    );
    expectOneWinner(await race(wishes));
    expect(await planned(room.id)).toHaveLength(1);
  });

  it('fifty for slots that touch: every slot has its one winner', async () => {
    const room = await aRoom(house);
    const starts = ['10:00', '11:00', '12:00', '13:00', '14:00'];
    const wishes = Array.from({ length: AT_ONCE }, (_, index) =>
      aWish({ roomId: room.id, time: starts[index % starts.length], minutes: 60 }),
    );
    expectOneWinner(await race(wishes), starts.length);
    expect(await planned(room.id)).toHaveLength(starts.length);
  });

  it('fifty for any of a few rooms: each room is taken once and nobody is refused while one is free', async () => {
    const taken = aWish({ date: '2026-12-10' });
    const [rooms] = await house.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM rooms WHERE kind = 'talk'`,
    );
    expectOneWinner(await race(Array.from({ length: AT_ONCE }, () => taken)), rooms?.count);
  });

  it('gives every date that was won its own room at Jitsi, at once', async () => {
    const without = await house.database.query(
      `SELECT 1 FROM occurrences o WHERE NOT EXISTS (SELECT 1 FROM meetings m WHERE m.occurrence_id = o.id)`,
    );
    expect(without).toEqual([]);
  });

  it('leaves no reservation without a date, and no deadlock behind', async () => {
    const orphans = await house.database.query(
      'SELECT 1 FROM reservations w WHERE NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.reservation_id = w.id)',
    );
    expect(orphans).toEqual([]);
    const [statistics] = await house.database.query<{ deadlocks: string }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    expect(statistics?.deadlocks).toBe('0');
  });
});

describe('Where a hand in the database writes beside the locks (23P01)', () => {
  let house: StoryHouse;
  let group: Group;

  beforeAll(async () => {
    house = await openStoryHouse();
    group = await aGroup(house);
  });
  afterAll(() => house.close());

  /** The constraint refuses so many times, by what is gone a moment later. */
  async function reserveRefused(times: number) {
    const { id: roomId } = await aRoom(house);
    await house.database.query(
      `DROP SEQUENCE IF EXISTS tries CASCADE; CREATE SEQUENCE tries;
       CREATE OR REPLACE FUNCTION bar() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF nextval('tries') <= ${times} THEN RAISE EXCEPTION USING ERRCODE = '23P01'; END IF;
         RETURN NEW;
       END $$;
       CREATE OR REPLACE TRIGGER bar BEFORE INSERT ON occurrences FOR EACH ROW EXECUTE FUNCTION bar()`,
    );
    const asking = { as: group.representative, body: aWish({ roomId }) };
    return house.http[0].post<{ dates?: unknown[] }>(`/api/groups/${group.id}/reservations`, asking);
  }

  it.each([
    [1, 201],
    [2, 201],
    [3, 409],
  ])(
    'the command begins anew; a refusal names what it is about (refused %i times: %i)',
    async (times, status) => {
      const { body, ...answer } = await reserveRefused(times);
      expect(answer.status).toBe(status);
      expect(body.dates?.length).toBe(status === 409 ? 1 : undefined);
    },
  );
});
