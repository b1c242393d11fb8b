import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Events } from '../../../src/platform/events/events.js';
import { Transactions } from '../../../src/platform/database/transactions.js';
import { closedDatesFound } from '../../../src/reservations/reservations.events.js';
import { mailsAreOut } from '../../support/clockwork.js';
import { eventually } from '../../support/mail-rows.js';
import { aDate, aGroup, anOperator, aRoom, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Hit {
  occurrenceId: string;
  group?: { id: string; label: string };
}
interface Occurrence {
  id: string;
  state: string;
  version: number;
  door: { enterUrl: string };
}

let house: StoryHouse;
let group: Group;
let room: { id: string; name: string };
let day = 0;

beforeAll(async () => {
  house = await openStoryHouse();
  group = await aGroup(house);
  room = await aRoom(house, { contact_point_id: group.contactPoint.id, kind: 'group', seats: 20 });
});
afterAll(() => house.close());

/** A day of its own for each story, so that their closures do not meet. */
const nextDay = () => `2027-01-${String(++day + 3).padStart(2, '0')}`;
const closed = (date: string, change: Record<string, unknown> = {}) => ({
  from: { date },
  to: { date },
  roomId: room.id,
  ...change,
});
const preview = (body: unknown, as = group.contactPoint.staff) =>
  house.http[0].post<{ hits: Hit[] }>('/api/closures/preview', { as, body });
const close = (body: unknown, as = group.contactPoint.staff) =>
  house.http[0].post<{ id: string; hits: Hit[] }>('/api/closures', { as, body });
const dateIn = (roomId: string, wish: Record<string, unknown>, of = group) =>
  aDate(house, of, { roomId, ...wish });
const idsOf = ({ body }: { body: { hits: Hit[] } }) => body.hits.map(({ occurrenceId }) => occurrenceId);

async function dateOf(id: string, of = group): Promise<Occurrence> {
  const { body } = await house.http[0].get<{ items: Occurrence[] }>(
    `/api/groups/${of.id}/occurrences?limit=200`,
    { as: of.representative },
  );
  const found = body.items.find((each) => each.id === id);
  if (!found) throw new Error('The group does not know this date.');
  return found;
}

/** What becomes of a date, as soon as it is no longer as it was. */
async function treated(id: string, version: number): Promise<Occurrence> {
  await eventually(async () => (await dateOf(id)).version !== version, true);
  return dateOf(id);
}

async function invited(id: string, ...emails: string[]) {
  const body = { invitees: emails.map((email) => ({ email })) };
  await house.http[0].post(`/api/occurrences/${id}/invitees`, { as: group.representative, body });
  for (const email of emails) await house.mails.waitFor(email);
}

describe('Before a closure is saved', () => {
  it('the team sees which dates it hits, whose they are, and nothing of the invitees', async () => {
    const date = nextDay();
    const evening = await dateIn(room.id, { date, time: '18:00' });
    const morning = await dateIn(room.id, { date, time: '08:00', minutes: 60 });
    await invited(morning.id, 'ada@gast.example');
    const { status, body, text } = await preview(closed(date));
    expect(status).toBe(200);
    const place = {
      date,
      room: { id: room.id, name: room.name },
      group: { id: group.id, label: group.label },
    };
    expect(body).toEqual({
      hitCount: 2,
      hits: [
        { occurrenceId: morning.id, time: '08:00', minutes: 60, ...place },
        { occurrenceId: evening.id, time: '18:00', minutes: 120, ...place },
      ],
    });
    for (const word of ['ada@', group.email, 'Erika']) expect(text).not.toContain(word);
    expect(await house.database.query('SELECT 1 FROM closures')).toEqual([]);
  });

  it('only planned dates count that lie ahead, in that room, and do more than touch it', async () => {
    const date = '2026-12-01';
    const hit = await dateIn(room.id, { date, time: '11:00', minutes: 90 });
    await dateIn(room.id, { date, time: '10:00', minutes: 60 });
    await dateIn(room.id, { date, time: '14:00', minutes: 60 });
    const cancelled = await dateIn(room.id, { date, time: '13:00', minutes: 60 });
    await house.http[0].delete(`/api/occurrences/${cancelled.id}`, { as: group.representative });
    await dateIn((await aRoom(house)).id, { date, time: '12:00', minutes: 60 });
    const noon = closed(date, { from: { date, time: '11:00' }, to: { date, time: '14:00' } });
    expect(idsOf(await preview(noon))).toEqual([hit.id]);
    house.clock.moveTo(`${date}T11:00`);
    expect(idsOf(await preview(noon))).toEqual([]);
    house.clock.moveTo('2026-12-01T09:00');
  });

  it('a yearly one hits in each of the years', async () => {
    const { id: roomId } = await aRoom(house, { contact_point_id: group.contactPoint.id });
    const ids: string[] = [];
    for (const date of ['2027-01-02', '2027-11-30']) ids.push((await dateIn(roomId, { date })).id);
    await dateIn(roomId, { date: '2027-01-03' });
    const yearly = { roomId, isYearly: true, from: { date: '2025-11-25' }, to: { date: '2026-01-02' } };
    expect(idsOf(await preview(closed('', yearly)))).toEqual(ids);
  });

  it('a contact point hits its own groups in every room, the operator all, without a name (P6, P7)', async () => {
    const date = nextDay();
    const [other, hall] = [await aGroup(house), await aRoom(house)];
    const ours = await dateIn(hall.id, { date, time: '10:00' });
    const theirs = await dateIn(hall.id, { date, time: '14:00' }, other);
    const whole = closed(date, { roomId: undefined });
    expect(idsOf(await preview(whole))).toEqual([ours.id]);
    expect(idsOf(await preview(whole, other.contactPoint.staff))).toEqual([theirs.id]);
    const operator = await anOperator(house);
    for (const body of [whole, closed(date, { roomId: hall.id })]) {
      const answer = await preview(body, operator);
      expect(idsOf(answer)).toEqual([ours.id, theirs.id]);
      expect(answer.body.hits.filter((hit) => hit.group)).toEqual([]);
      for (const each of [group, other]) {
        expect(answer.text).not.toContain(each.id);
        expect(answer.text).not.toContain(each.label);
      }
    }
  });
});

describe('When a closure is saved, the dates it hits', () => {
  it('stay, if nobody says otherwise', async () => {
    const date = nextDay();
    const before = await dateOf((await dateIn(room.id, { date })).id);
    expect(idsOf(await close(closed(date)))).toEqual([before.id]);
    await mailsAreOut(house);
    expect(await dateOf(before.id)).toEqual(before);
  });

  it('are called off: everybody invited gets one mail, and the group may not take it back', async () => {
    const date = nextDay();
    const hit = await dateOf((await dateIn(room.id, { date, time: '10:00' })).id);
    const open = await dateIn(room.id, { date: nextDay() });
    await invited(hit.id, 'ben@gast.example', 'cem@gast.example');
    await invited(open.id, 'dora@gast.example');
    await close(closed(date, { dates: 'cancel' }));
    expect(await treated(hit.id, hit.version)).toMatchObject({
      state: 'cancelled',
      reason: 'Der Raum war zu dieser Zeit geschlossen.',
    });
    for (const email of ['ben@gast.example', 'cem@gast.example']) {
      const { email: mail } = await house.mails.waitFor(email, 2);
      const [file] = mail.attachments;
      expect(Buffer.from(file?.content as ArrayBuffer).toString()).toContain('METHOD:CANCEL');
    }
    const restored = await house.http[0].post(`/api/occurrences/${hit.id}/restore`, {
      as: group.representative,
    });
    expect(restored).toMatchObject({ status: 409, body: { dates: [{ verdict: 'closed' }] } });
    await mailsAreOut(house);
    const counts = ['ben', 'cem', 'dora'].map((name) => house.mails.to(`${name}@gast.example`).length);
    expect(counts).toEqual([2, 2, 1]);
  });

  it('get another room of the same kind or a larger one, without a mail; the link stays', async () => {
    const date = nextDay();
    const at = { contact_point_id: group.contactPoint.id };
    await aRoom(house, { ...at, kind: 'talk', seats: 19 });
    const taken = await aRoom(house, { ...at, kind: 'group', seats: 15 });
    const free = await aRoom(house, { ...at, kind: 'group', seats: 16 });
    await dateIn(taken.id, { date, time: '17:00' });
    const hit = await dateOf((await dateIn(room.id, { date })).id);
    await invited(hit.id, 'emil@gast.example');
    await close(closed(date, { dates: 'move' }));
    const moved = await treated(hit.id, hit.version);
    expect(moved).toMatchObject({ state: 'planned', room: { id: free.id }, door: hit.door, date });
    await mailsAreOut(house);
    expect(house.mails.to('emil@gast.example')).toHaveLength(1);
    const rows = await house.database.query('SELECT sequence FROM occurrences WHERE id = $1', [hit.id]);
    expect(rows).toEqual([{ sequence: 0 }]);
    await house.database.query('UPDATE rooms SET kind = $1 WHERE id = ANY ($2)', [
      'talk',
      [taken.id, free.id],
    ]);
  });

  it('are called off where no such room is free, or all are closed', async () => {
    const [one, all] = [nextDay(), nextDay()];
    const first = await dateOf((await dateIn(room.id, { date: one })).id);
    await invited(first.id, 'fatma@gast.example');
    await close(closed(one, { dates: 'move' }));
    expect((await treated(first.id, first.version)).state).toBe('cancelled');
    await house.mails.waitFor('fatma@gast.example', 2);
    const second = await dateOf((await dateIn(room.id, { date: all })).id);
    await aRoom(house, { contact_point_id: group.contactPoint.id, kind: 'group', seats: 30 });
    await close(closed(all, { roomId: undefined, dates: 'move' }));
    expect((await treated(second.id, second.version)).state).toBe('cancelled');
  });

  it('are decided about later too, with what has come to be hit', async () => {
    const date = nextDay();
    const hit = await dateOf((await dateIn(room.id, { date, time: '20:00' })).id);
    const { body } = await close(closed(date, { to: { date, time: '18:00' } }));
    expect(body.hits).toEqual([]);
    const later = await house.http[0].send<{ hits: Hit[] }>('PATCH', `/api/closures/${body.id}`, {
      as: group.contactPoint.staff,
      body: { to: { date, time: '24:00' }, dates: 'cancel' },
    });
    expect(idsOf(later)).toEqual([hit.id]);
    expect((await treated(hit.id, hit.version)).state).toBe('cancelled');
  });

  it('are left alone once they are hit no more, and treated once only, when word comes late or twice', async () => {
    const date = nextDay();
    const away = await dateOf((await dateIn(room.id, { date, time: '10:00' })).id);
    const hit = await dateOf((await dateIn(room.id, { date, time: '14:00' })).id);
    await invited(hit.id, 'guel@gast.example');
    const { body } = await close(closed(date));
    const move = { as: group.representative, body: { date: '2027-02-15' } };
    await house.http[0].send('PATCH', `/api/occurrences/${away.id}`, move);
    const moved = await dateOf(away.id);
    const [transactions, events] = [house.apps[0].get(Transactions), house.apps[0].get(Events)];
    const word = { closureId: body.id, version: 1, occurrenceIds: [away.id, hit.id] };
    const tell = (treatment: 'cancel' | 'move', change = {}) =>
      transactions.run((tx) => events.publish(tx, closedDatesFound, { ...word, treatment, ...change }));
    await tell('cancel', { closureId: '01a20000-0000-7000-8000-000000000000' });
    await Promise.all([tell('cancel'), tell('cancel'), tell('cancel')]);
    const cancelled = await treated(hit.id, hit.version);
    await tell('move');
    await house.mails.waitFor('guel@gast.example', 2);
    await mailsAreOut(house);
    expect(await dateOf(away.id)).toEqual(moved);
    expect(await dateOf(hit.id)).toMatchObject({ state: 'cancelled', version: cancelled.version });
    expect(house.mails.to('guel@gast.example')).toHaveLength(2);
    const rows = await house.database.query('SELECT sequence FROM occurrences WHERE id = $1', [hit.id]);
    expect(rows).toEqual([{ sequence: 1 }]);
  });
});
