import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TellOfUnusedGroups } from '../../../src/notifications/tell-of-unused-groups.schedule.js';
import { mailsAreOut } from '../../support/clockwork.js';
import { stayIn } from '../../support/mail-rows.js';
import { aDate, aGroup, aPlace, signIn, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { evening, lettersTo, morning } from '../../support/unused.js';

interface Shown {
  id: string;
  deletedOn?: string;
  state: string;
  code?: string;
}

let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());
beforeEach(async () => {
  // What earlier stories left would be asked and deleted beside.
  await house.database.query(`DELETE FROM groups`);
  house.clock.moveTo('2026-12-01T09:00');
  group = await aGroup(house);
  await stayIn(house.database);
});

const show = (of = group) => house.http[0].get<Shown>(`/api/groups/${of.id}`, { as: of.contactPoint.staff });
const change = (act: string, of = group, as = of.contactPoint.staff) =>
  (house.http[1] ?? house.http[0]).post<Shown>(`/api/groups/${of.id}/${act}`, { as });
const letters = (of = group) => lettersTo(house, of);
const isThere = async (of = group) => (await show(of)).status === 200;

describe('A group that nobody uses', () => {
  it('is asked once after twelve months, told once after fourteen, and gone after fifteen', async () => {
    await morning(house, '2027-11-30');
    expect([letters(), (await show()).body.deletedOn]).toEqual([[], undefined]);
    house.clock.moveTo('2027-12-01T08:50');
    const tell = () => house.apps.map((app) => app.get(TellOfUnusedGroups, { strict: false }).run());
    await Promise.all([...tell(), ...tell()]);
    await mailsAreOut(house);
    expect([letters(), (await show()).body.deletedOn]).toEqual([['asked'], '2028-03-01']);
    for (const day of ['2027-12-02', '2028-01-31']) await morning(house, day);
    expect(letters()).toEqual(['asked']);
    house.clock.moveTo('2028-02-01T08:50');
    await Promise.all([...tell(), ...tell()]);
    await morning(house, '2028-02-29');
    expect(letters()).toEqual(['asked', '1. März 2028']);
    await evening(house, '2028-02-29');
    expect((await show()).body.deletedOn).toBe('2028-03-01');
    await evening(house, '2028-03-01');
    expect((await show()).status).toBe(404);
    expect(letters()).toEqual(['asked', '1. März 2028']);
  });

  it('reads until when it can answer, and nothing of it in a subject (P6)', async () => {
    await morning(house, '2027-12-01');
    const { subject, text } = house.mails.to(group.email).at(-1)?.email ?? {};
    expect(text).toContain(`Nutzt „${group.label}“ das Virtuelle Haus noch?`);
    expect(text).toContain('bis zum 31. Januar 2028');
    expect(subject).not.toContain(group.label);
  });

  it('is in use again when somebody signs in: shown no more, and asked a year later', async () => {
    await morning(house, '2027-12-01');
    house.clock.moveTo('2028-01-10T12:00');
    await signIn(house, group.contactPoint.slug, group.email);
    expect((await show()).body.deletedOn).toBeUndefined();
    for (const day of ['2028-02-01', '2028-03-01', '2029-01-09']) await morning(house, day);
    await evening(house, '2028-03-01');
    expect(letters()).toEqual(['asked']);
    await morning(house, '2029-01-10');
    expect([letters(), (await show()).body.deletedOn]).toEqual([['asked', 'asked'], '2029-04-10']);
  });

  it('on the very last day too', async () => {
    for (const day of ['2027-12-01', '2028-02-01']) await morning(house, day);
    house.clock.moveTo('2028-03-01T21:00');
    await signIn(house, group.contactPoint.slug, group.email);
    await evening(house, '2028-03-01');
    expect(await isThere()).toBe(true);
  });

  it('is in use when somebody stays signed in, written down once a day and not for a group that has ended', async () => {
    const row = async () =>
      (
        await house.database.query('SELECT xmin, used_on::text AS day FROM groups WHERE id = $1', [group.id])
      )[0];
    const visit = () => house.http[0].get('/api/me', { as: group.representative });
    house.clock.moveTo('2027-06-01T23:59');
    const before = await row();
    expect((await visit()).status).toBe(200);
    const first = await row();
    expect(first).toMatchObject({ day: '2027-06-01' });
    expect(first).not.toEqual(before);
    await visit();
    expect(await row()).toEqual(first);
    house.clock.moveTo('2027-06-02T00:01');
    await change('end');
    await visit();
    expect(await row()).toMatchObject({ day: '2027-06-01' });
  });

  it('opens to whoever stays signed in, though nothing can be written down', async () => {
    await house.database.query(
      `CREATE FUNCTION read_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'read only' USING ERRCODE = '25006'; END $$`,
    );
    await house.database.query(
      'CREATE TRIGGER read_only BEFORE UPDATE ON groups FOR EACH STATEMENT EXECUTE FUNCTION read_only()',
    );
    house.clock.moveTo('2027-06-01T12:00');
    try {
      expect((await house.http[0].get('/api/me', { as: group.representative })).status).toBe(200);
    } finally {
      await house.database.query('DROP FUNCTION read_only CASCADE');
    }
  });

  it('goes though its mails come back', async () => {
    house.mails.refusals.set(group.email, 550);
    for (const day of ['2027-12-01', '2028-02-01']) await morning(house, day);
    await evening(house, '2028-03-01');
    expect([letters(), await isThere()]).toEqual([[], false]);
  });
});

describe('Dates', () => {
  it('ahead put the question off, and the last one that took place counts', async () => {
    ({ group } = await aPlace(house, { horizon_months: 24 }));
    await stayIn(house.database);
    await aDate(house, group, { date: '2028-01-11' });
    const { id } = await aDate(house, group, { date: '2028-02-08' });
    await house.http[0].delete(`/api/occurrences/${id}`, { as: group.representative });
    for (const day of ['2027-12-01', '2028-01-11']) {
      await morning(house, day);
      await evening(house, day);
    }
    for (const day of ['2028-02-12', '2029-01-10']) await morning(house, day);
    expect(letters()).toEqual([]);
    await morning(house, '2029-01-11');
    expect(letters()).toEqual(['asked']);
  });
});

describe('The contact point', () => {
  it('keeps a group that was asked: its clock begins again', async () => {
    for (const day of ['2027-12-01', '2028-02-01']) await morning(house, day);
    const kept = await change('keep');
    expect([kept.status, kept.body.id, kept.body.deletedOn]).toEqual([200, group.id, undefined]);
    await evening(house, '2028-03-01');
    await morning(house, '2029-01-31');
    expect([letters(), await isThere()]).toEqual([['asked', '1. März 2028'], true]);
    await morning(house, '2029-02-01');
    expect(letters()).toHaveLength(3);
  });

  it('sees the day in its list too, and so do the representatives of the group', async () => {
    await morning(house, '2027-12-01');
    const { body } = await house.http[0].get<{ items: Shown[] }>('/api/groups', {
      as: group.contactPoint.staff,
    });
    expect(body.items.map(({ deletedOn }) => deletedOn)).toEqual(['2028-03-01']);
    const own = await house.http[0].get<Shown>(`/api/groups/${group.id}`, { as: group.representative });
    expect(own.body.deletedOn).toBe('2028-03-01');
  });

  it('pauses a group: it is asked and goes as others do; resumed, its clock begins again', async () => {
    const [paused, resumed] = [group, await aGroup(house, group.contactPoint)];
    for (const each of [paused, resumed]) await change('pause', each);
    await morning(house, '2027-12-01');
    await change('resume', resumed);
    await morning(house, '2028-02-01');
    await evening(house, '2028-03-01');
    expect([letters(paused), letters(resumed)]).toEqual([['asked', '1. März 2028'], ['asked']]);
    expect([await isThere(paused), await isThere(resumed)]).toEqual([false, true]);
  });

  it('ends a group: no letters, the day is shown from then on, and nothing keeps it (422)', async () => {
    house.clock.moveTo('2027-03-01T09:00');
    expect((await change('end')).body).toMatchObject({ state: 'ended', deletedOn: '2028-03-01' });
    expect(await change('keep')).toMatchObject({ status: 422, body: { code: 'accessEnded' } });
    for (const day of ['2027-12-01', '2028-02-01']) await morning(house, day);
    await evening(house, '2028-02-29');
    expect([letters(), await isThere()]).toEqual([[], true]);
    await evening(house, '2028-03-01');
    expect(await isThere()).toBe(false);
  });

  it('keeps none of another contact point (404, P7), and representatives keep none by this door (403)', async () => {
    const other = await aGroup(house);
    await stayIn(house.database);
    const staff = group.contactPoint.staff;
    expect([
      (await change('keep', other, staff)).status,
      (await change('keep', group, group.representative)).status,
    ]).toEqual([404, 403]);
  });
});

describe('A house that was switched off for twenty months', () => {
  it('tells first, and deletes four weeks later', async () => {
    await evening(house, '2028-08-01');
    await morning(house, '2028-08-01');
    expect([letters(), (await show()).body.deletedOn]).toEqual([['29. August 2028'], '2028-08-29']);
    for (const day of ['2028-08-01', '2028-08-28']) await evening(house, day);
    expect(await isThere()).toBe(true);
    await evening(house, '2028-08-29');
    expect([letters(), await isThere()]).toEqual([['29. August 2028'], false]);
  });
});
