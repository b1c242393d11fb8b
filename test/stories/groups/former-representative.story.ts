import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { TellOfComingDates } from '../../../src/notifications/tell-of-coming-dates.schedule.js';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { doorOf } from '../../support/invited.js';
import { entryIn, jitsiOf, meetingOf } from '../../support/jitsi-side.js';
import { eventually, stayIn, turnBack } from '../../support/mail-rows.js';
import { aDate, aGroup, aPlace, aWish, signIn, type Group } from '../../support/people.js';
import { aSecond, newAddress, representativesOf, type Second } from '../../support/representatives.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { tablesWith } from '../../support/traces.js';

const EVENING = '2026-12-08T18:00';

let house: StoryHouse;
let group: Group;
let second: Second;
let occurrenceId: string;
let people: ReturnType<typeof representativesOf>;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await turnBack(house, '2026-12-01T09:00');
  ({ group } = await aPlace(house));
  people = representativesOf(house, group);
  second = await aSecond(house, group);
  await stayIn(house.database);
  occurrenceId = (await aDate(house, { ...group, representative: second.caller }, {})).id;
});

const leave = async () => {
  const { status } = await people.remove(second.id, group.contactPoint.staff);
  expect(status).toBe(204);
};
const forget = () => wake(house, 'forget-people');
const open = (path: string) => house.http[0].raw(path);
const me = (as = second.caller) => house.http[0].get<{ groups: unknown[] }>('/api/me', { as });

describe('To somebody who represents a group no more', () => {
  it('nothing of it opens: no route, no door, no calendar', async () => {
    const path = `/api/groups/${group.id}`;
    const made = await house.http[0].post<{ url: string }>(`${path}/calendar`, { as: second.caller });
    const calendar = new URL(made.body.url).pathname;
    const door = await doorOf(house, { ...group, representative: second.caller }, occurrenceId);
    for (const each of [calendar, door]) expect((await open(each)).status).toBe(200);
    await leave();
    for (const each of [calendar, door, `${door}/termin.ics`]) expect((await open(each)).status).toBe(404);
    for (const each of [path, `${path}/occurrences`, `/api/occurrences/${occurrenceId}`, '/api/me'])
      expect((await house.http[0].get(each, { as: second.caller })).status).toBe(401);
    expect((await open(await doorOf(house, group, occurrenceId))).status).toBe(200);
  });

  it('nor the link of a mail that moves a date', async () => {
    house.clock.moveTo('2026-12-05T10:00');
    await house.apps[0].get(TellOfComingDates, { strict: false }).run();
    await mailsAreOut(house);
    const texts = house.mails.to(second.email).map(({ email }) => email.text ?? '');
    const link = texts.map((text) => /\/a\/[\w-]+/.exec(text)?.[0]).find((found) => found) ?? '';
    expect((await open(link)).status).toBe(200);
    await leave();
    expect((await open(link)).status).toBe(404);
    expect((await house.http[0].submit(link, { act: 'cancel', version: '1' })).status).toBe(404);
  });

  it('no mail about it comes any more, but the one that says so', async () => {
    const before = house.mails.to(second.email).length;
    house.mails.refusals.set(second.email, 451);
    house.clock.moveTo('2026-12-05T10:00');
    await house.apps[0].get(TellOfComingDates, { strict: false }).run();
    await mailsAreOut(house);
    await leave();
    await mailsAreOut(house);
    house.mails.refusals.clear();
    await house.mails.retryNow(house.database);
    const { email } = await house.mails.waitFor(second.email, before + 1);
    expect(email.subject).toBe('Sie sind nicht mehr Ansprechperson im Virtuellen Haus');
    await mailsAreOut(house);
    expect(house.mails.to(second.email)).toHaveLength(before + 1);
  });

  it('no code is sent', async () => {
    await leave();
    await mailsAreOut(house);
    const before = house.mails.to(second.email).length;
    const body = { contactPoint: group.contactPoint.slug, email: second.email };
    expect((await house.http[0].post('/api/sign-ins', { body })).status).toBe(202);
    await mailsAreOut(house);
    expect(house.mails.to(second.email)).toHaveLength(before);
  });
});

describe('In a meeting that runs', () => {
  async function enter(path: string): Promise<string> {
    const entered = await house.http[0].submit(`${path}/enter`, { displayName: 'Karla' });
    return entryIn(entered).token?.context.user.id ?? '';
  }
  async function blocked(): Promise<string[] | undefined> {
    const { room } = (await meetingOf(house, occurrenceId)) ?? {};
    const { body } = await jitsiOf(house).beat();
    return body.slots.find((slot) => slot.room === room)?.blocked;
  }

  it('they are turned away; who comes back to the group may come in again', async () => {
    const theirs = await doorOf(house, { ...group, representative: second.caller }, occurrenceId);
    const mine = await doorOf(house, group, occurrenceId);
    house.clock.moveTo(EVENING);
    const id = await enter(theirs);
    expect(await enter(mine)).not.toBe(id);
    await leave();
    await eventually(blocked, [id]);
    expect((await house.http[0].submit(`${theirs}/enter`, {})).status).toBe(404);
    await people.add({ name: second.name, email: second.email }, group.contactPoint.staff);
    const again = await enter(theirs);
    expect(again).toMatch(/^[0-9a-f]{32}$/);
    expect(await blocked()).toEqual([id]);
    expect(again).not.toBe(id);
  });
});

describe('Who represents no group any more is forgotten', () => {
  it('as soon as everybody has word: nothing of them is left in any column (P9)', async () => {
    const call = { as: second.caller, headers: { 'idempotency-key': 'k' } };
    await house.http[0].post(`/api/groups/${group.id}/calendar`, call);
    await house.http[0].post('/api/sign-ins', {
      body: { contactPoint: group.contactPoint.slug, email: second.email },
    });
    const [person] = await house.database.query<{ id: string }>('SELECT id FROM people WHERE email = $1', [
      second.email,
    ]);
    await leave();
    await mailsAreOut(house);
    expect(await tablesWith(house.database, second.email)).toEqual(['public.people']);
    await forget();
    expect(await tablesWith(house.database, second.email)).toEqual([]);
    const left = await tablesWith(house.database, person?.id ?? '');
    // Ids only, for a day and for some hours: what was answered to whom, and what was to be done about it.
    expect(left.filter((table) => !/remembered_answers|pgboss/.test(table))).toEqual([]);
    const { body } = await house.http[0].get(`/api/occurrences/${occurrenceId}`, {
      as: group.representative,
    });
    expect(body).toMatchObject({ id: occurrenceId, state: 'planned' });
  });

  it('not before: while a mail waits, to them or about them, only that knows them', async () => {
    for (const address of [second.email, group.email]) {
      await mailsAreOut(house);
      house.mails.refusals.set(address, 451);
      await leave();
      await mailsAreOut(house);
      await forget();
      expect(await tablesWith(house.database, second.email)).toContain('public.people');
      house.mails.refusals.clear();
      await house.mails.retryNow(house.database);
      await eventually(async () => {
        await forget();
        return tablesWith(house.database, second.email);
      }, []);
      second = await aSecond(house, group, second.email);
    }
  });

  it('also when their mailbox refuses, with what its server said', async () => {
    house.mails.refusals.set(second.email, 550);
    await house.http[0].post('/api/sign-ins', {
      body: { contactPoint: group.contactPoint.slug, email: second.email },
    });
    await mailsAreOut(house);
    await leave();
    await mailsAreOut(house);
    await forget();
    expect(await tablesWith(house.database, second.email)).toEqual([]);
    house.mails.refusals.clear();
  });

  it('and who still represents another one is not: session, agreement and name stay', async () => {
    const other = await aGroup(house, group.contactPoint);
    await representativesOf(house, other).add({ name: 'Karla', email: second.email });
    await leave();
    await mailsAreOut(house);
    await forget();
    const { status, body } = await me();
    expect({ status, groups: body.groups }).toEqual({
      status: 200,
      groups: [{ id: other.id, label: other.label, state: 'active' }],
    });
  });

  it('and what was answered about it is told no more (P7), while the other one stays safe to repeat (P2)', async () => {
    const other = await aGroup(house, group.contactPoint);
    await representativesOf(house, other).add({ name: 'Karla', email: second.email });
    const reserve = (groupId: string) =>
      house.http[0].post(`/api/groups/${groupId}/reservations`, {
        as: second.caller,
        body: aWish({ date: '2026-12-09' }),
        headers: { 'idempotency-key': groupId },
      });
    const [left, kept] = [await reserve(group.id), await reserve(other.id)];
    expect([left.status, kept.status]).toEqual([201, 201]);
    await leave();
    const unknown = await reserve(newId());
    const again = await reserve(group.id);
    expect([again.status, again.text]).toEqual([404, unknown.text]);
    const repeated = await reserve(other.id);
    expect([repeated.status, repeated.text]).toEqual([201, kept.text]);
  });

  it('and no answer that names them is given again (P9), though nothing is done twice (P2)', async () => {
    const email = newAddress();
    const headers = { 'idempotency-key': group.id };
    const resume = { as: group.contactPoint.staff, headers };
    const named = async () => {
      const added = await people.add({ name: 'Nina', email }, group.representative, headers);
      const resumed = await house.http[0].post(`/api/groups/${group.id}/resume`, resume);
      return [added, resumed].map(({ status, text }) => `${status} ${text.includes(second.email)}`);
    };
    expect(await named()).toEqual(['201 true', '200 true']);
    await leave();
    expect(await named()).toEqual(['201 false', '200 false']);
    expect((await people.list()).map((each) => each.email)).toEqual([group.email, email]);
  });

  it('and who comes back at once is not', async () => {
    await leave();
    await mailsAreOut(house);
    const add = people.add({ name: 'Anders', email: second.email }, group.contactPoint.staff);
    const [added] = await Promise.all([add, forget()]);
    expect(added.status).toBe(201);
    await forget();
    const names = (await people.list()).map(({ name }) => name);
    expect(names).toHaveLength(2);
    await signIn(house, group.contactPoint.slug, second.email);
  });

  it('nor who represents a group since this moment', async () => {
    const email = newAddress();
    await people.add({ name: 'Neu', email }, group.contactPoint.staff);
    await mailsAreOut(house);
    await forget();
    expect(await people.idOf(email)).not.toBe('');
  });
});
