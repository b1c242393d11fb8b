import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { LetUnusedGroupsGo } from '../../../src/reservations/let-unused-groups-go.schedule.js';
import { retryJobsNow, wake } from '../../support/clockwork.js';
import type { Caller } from '../../support/http-caller.js';
import { eventually } from '../../support/mail-rows.js';
import { aDate, aGroup, aPlace, signIn, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { tablesWith } from '../../support/traces.js';
import { deletionsAreDone, evening, lettersTo, untilTheLastDay } from '../../support/unused.js';
import { waitingFor } from '../../support/waiting-in-line.js';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo('2026-12-01T09:00'));

const isThere = async ({ id }: Group) =>
  (await house.database.query('SELECT 1 FROM groups WHERE id = $1', [id])).length === 1;
const look = () => house.apps.map((app) => app.get(LetUnusedGroupsGo, { strict: false }).run());
/** Does something while somebody else has changed a row and not yet committed, until it has to wait for that. */
async function during(statement: string, work: () => unknown): Promise<void> {
  const client = new pg.Client({ connectionString: house.database.url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(statement);
    await work();
    await eventually(() => waitingFor(client), 1);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
const jobs = async () =>
  (
    await house.database.query<{ state: string }>(
      `SELECT state::text FROM pgboss.job WHERE name = 'unusedGroup.expired/delete-group' ORDER BY 1`,
    )
  ).map(({ state }) => state);

describe('The evening when groups go', () => {
  it('goes once, though two instances look', async () => {
    const group = await aGroup(house);
    await untilTheLastDay(house, '2026-12-01');
    await Promise.all(look());
    await deletionsAreDone(house);
    expect(await isThere(group)).toBe(false);
    expect(await jobs()).toEqual(['completed', 'completed']);
    expect(lettersTo(house, group)).toEqual(['asked', '1. März 2028']);
  });

  it('whoever signs in at that second keeps the group', async () => {
    const group = await aGroup(house);
    await untilTheLastDay(house, '2026-12-01');
    await during(
      `UPDATE groups SET used_on = '2028-03-01', asked_on = NULL WHERE id = '${group.id}'`,
      () => look()[0],
    );
    await deletionsAreDone(house);
    expect(await isThere(group)).toBe(true);
  });

  it('whoever signs in a moment later finds no group, and is forgotten', async () => {
    const group = await aGroup(house);
    await untilTheLastDay(house, '2026-12-01');
    const late: Promise<Caller>[] = [];
    await during(`DELETE FROM groups WHERE id = '${group.id}'`, () =>
      late.push(signIn(house, group.contactPoint.slug, group.email)),
    );
    const [as = {}] = await Promise.all(late);
    const me = await house.http[0].get('/api/me', { as });
    expect([me.status, me.body.groups]).toEqual([200, []]);
    await wake(house, 'forget-people');
    expect((await house.http[0].get('/api/me', { as })).status).toBe(401);
    expect(await tablesWith(house.database, group.email)).toEqual([]);
  });

  it('one that cannot go stays whole and holds up no other; it goes when it can', async () => {
    const { group: stuck } = await aPlace(house);
    const other = await aGroup(house);
    const { id } = await aDate(house, stuck, {});
    await house.database.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`,
    );
    await house.database.query(
      `CREATE TRIGGER stuck BEFORE DELETE ON occurrences FOR EACH ROW WHEN (OLD.id = '${id}') EXECUTE FUNCTION refuse()`,
    );
    await evening(house, '2026-12-08');
    const day = await untilTheLastDay(house, '2026-12-08');
    const mails = () =>
      house.database.query<{ kind: string }>(
        'SELECT m.kind FROM mails m JOIN representatives r ON r.id = m.about WHERE r.group_id = $1 ORDER BY 1',
        [stuck.id],
      );
    await evening(house, day);
    expect([await isThere(stuck), await isThere(other)]).toEqual([true, false]);
    expect(await house.database.query('SELECT id FROM occurrences WHERE group_id = $1', [stuck.id])).toEqual([
      { id },
    ]);
    expect((await mails()).map(({ kind }) => kind)).toEqual(['deletion', 'grant', 'yearlyCheck']);
    const failed = await house.database.query<{ output: unknown }>(
      `SELECT output FROM pgboss.job WHERE name LIKE 'unusedGroup.expired/%' AND output ? 'code'`,
    );
    expect(JSON.stringify(failed)).not.toContain(stuck.label);
    await house.database.query('DROP TRIGGER stuck ON occurrences');
    await retryJobsNow(house);
    await eventually(() => isThere(stuck), false);
  });
});
