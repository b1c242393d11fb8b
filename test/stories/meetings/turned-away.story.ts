import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { mailsAreOut } from '../../support/clockwork.js';
import { datesOf } from '../../support/dates.js';
import { invited, invitedBy, type Invited } from '../../support/invited.js';
import { linkIn } from '../../support/invitees.js';
import { entryIn, jitsiOf, meetingOf } from '../../support/jitsi-side.js';
import { eventually } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';

let house: StoryHouse;
beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_DIAL_IN: 'DE +49 231 1234567' } });
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo(MORNING));

async function enter(link: string, time: string): Promise<string> {
  house.clock.moveTo(time);
  const entered = await house.http[0].submit(`${link}/enter`, { displayName: 'Ada' });
  house.clock.moveTo(MORNING);
  expect(entered.status).toBe(303);
  return entryIn(entered).token?.context.user.id ?? '';
}

async function blockedAt(time: string, occurrenceId: string): Promise<string[] | undefined> {
  house.clock.moveTo(time);
  const { body } = await jitsiOf(house).beat();
  house.clock.moveTo(MORNING);
  const { room } = (await meetingOf(house, occurrenceId)) ?? {};
  return body.slots.find((slot) => slot.room === room)?.blocked;
}

async function roomOf(occurrenceId: string): Promise<string> {
  return (await meetingOf(house, occurrenceId))?.room ?? '';
}

async function pinOf(occurrenceId: string): Promise<string> {
  const pin = String((await meetingOf(house, occurrenceId))?.pin);
  expect(pin).toMatch(/^[1-9]\d{8}$/);
  return pin;
}

async function turnedAwayFrom({ id }: Group): Promise<number | undefined> {
  const [row] = await house.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM turned_away t JOIN occurrences o ON o.id = t.occurrence_id
     WHERE o.group_id = $1`,
    [id],
  );
  return row?.count;
}

async function withdraw({ group, list }: Pick<Invited, 'group' | 'list'>): Promise<void> {
  const call = { as: group.representative };
  const { body } = await house.http[0].get<{ items: { id: string }[] }>(list, call);
  const { status } = await house.http[0].delete(`${list}/${body.items[0]?.id}`, call);
  expect(status).toBe(204);
  // From here on the clock goes forth and back: no mail may be on its way.
  await mailsAreOut(house);
}

describe('Whoever is taken off the list', () => {
  it('is put out of the meeting and stays out, and nobody else is', async () => {
    const invitation = await invited(house);
    const { group, occurrenceId, link } = invitation;
    const [time, other] = ['2026-12-08T18:00', 'zweiter@gast.example'];
    const id = await enter(link, time);
    expect(await enter(link, time)).toBe(id);
    const before = house.mails.to(other).length;
    const call = { as: group.representative, body: { invitees: [{ email: other }] } };
    await house.http[0].post(`/api/occurrences/${occurrenceId}/invitees`, call);
    const mail = await house.mails.waitFor(other, before + 1);
    const othersId = await enter(linkIn(mail), time);
    expect(await blockedAt(time, occurrenceId)).toEqual([]);
    await withdraw(invitation);
    await eventually(() => blockedAt(time, occurrenceId), [id]);
    expect(othersId).not.toBe(id);
  });

  it('may come when they are invited again, at the same moment even', async () => {
    const invitation = await invited(house, { date: '2026-12-09' });
    const { group, occurrenceId, link, email } = invitation;
    const time = '2026-12-09T18:00';
    const id = await enter(link, time);
    await withdraw(invitation);
    await eventually(() => blockedAt(time, occurrenceId), [id]);
    const call = { as: group.representative, body: { invitees: [{ email }] } };
    expect((await house.http[0].post(`/api/occurrences/${occurrenceId}/invitees`, call)).status).toBe(201);
    const newLinks = () =>
      house.mails
        .to(email)
        .map(linkIn)
        .filter((each) => each !== '' && each !== link);
    await eventually(() => newLinks().length, 1);
    const again = await enter(newLinks()[0] ?? '', time);
    expect(await blockedAt(time, occurrenceId)).toEqual([id]);
    expect(again).not.toBe(id);
  });

  it('of a series is out of each of its dates', async () => {
    const { group } = await aPlace(house);
    const repeat = { kind: 'weekly', interval: 1, count: 3 };
    const invitation = { group, ...(await invitedBy(house, group, { date: '2026-12-08', repeat })) };
    await withdraw(invitation);
    await eventually(() => turnedAwayFrom(group), 3);
  });

  it('can call in no more with the PIN they read', async () => {
    const invitation = await invited(house, { date: '2026-12-14' });
    const { occurrenceId, group } = invitation;
    const before = await pinOf(occurrenceId);
    await withdraw(invitation);
    await eventually(() => turnedAwayFrom(group), 1);
    const after = await pinOf(occurrenceId);
    expect(after).not.toBe(before);
    house.clock.moveTo('2026-12-14T18:00');
    const opens = async (pin: string) =>
      (await jitsiOf(house).get(`/phone/code?id=${pin}`)).body['conference'];
    expect(await opens(before)).toBe(false);
    expect(await opens(after)).toBe(`${await roomOf(occurrenceId)}@muc.meet.jitsi`);
  });

  it('can call in no more when the date was off just then', async () => {
    const invitation = await invited(house, { date: '2026-12-16' });
    const { occurrenceId, group } = invitation;
    const before = await pinOf(occurrenceId);
    await datesOf(house, group).cancel(occurrenceId);
    await withdraw(invitation);
    await eventually(() => turnedAwayFrom(group), 1);
    await datesOf(house, group).restore(occurrenceId);
    expect(await pinOf(occurrenceId)).not.toBe(before);
  });

  it('leaves the PIN to the others where it stands in their mails', async () => {
    const { group } = await aPlace(house);
    const settings = { as: group.representative, body: { showsDialIn: true } };
    const path = `/api/groups/${group.id}/invitation-settings`;
    expect((await house.http[0].send('PATCH', path, settings)).status).toBe(200);
    const invitation = { group, ...(await invitedBy(house, group, { date: '2026-12-15' })) };
    const before = await pinOf(invitation.occurrenceId);
    await withdraw(invitation);
    await eventually(() => turnedAwayFrom(group), 1);
    expect(await pinOf(invitation.occurrenceId)).toBe(before);
  });
});

describe('A room that strangers know', () => {
  const change = (invitation: Invited, id = invitation.occurrenceId) =>
    house.http[0].post(`/api/occurrences/${id}/change-room`, { as: invitation.group.representative });

  it('is left for another one, which the same links lead to', async () => {
    const invitation = await invited(house, { date: '2026-12-10' });
    const { occurrenceId, link } = invitation;
    const before = await roomOf(occurrenceId);
    const pin = await pinOf(occurrenceId);
    const changed = await change(invitation);
    expect({ status: changed.status, id: changed.body['id'] }).toEqual({ status: 200, id: occurrenceId });
    const after = await roomOf(occurrenceId);
    expect(after).toMatch(/^[a-z0-9]{40}$/);
    expect(after).not.toBe(before);
    expect(await pinOf(occurrenceId)).not.toBe(pin);
    house.clock.moveTo('2026-12-10T18:00');
    const { body } = await jitsiOf(house).beat();
    const rooms = body.slots.map(({ room }) => room);
    expect([rooms.includes(after), rooms.includes(before)]).toEqual([true, false]);
    const { url, token } = entryIn(await house.http[0].submit(`${link}/enter`, {}));
    expect(url.pathname).toBe(`/${after}`);
    expect(token).toMatchObject({ room: after });
  });

  it('is not left when the date is over, called off or somebody else’s', async () => {
    const invitation = await invited(house, { date: '2026-12-01', time: '10:00', minutes: 60 });
    house.clock.moveTo('2026-12-01T11:29');
    expect((await change(invitation)).status).toBe(200);
    house.clock.moveTo('2026-12-01T11:30');
    expect(await change(invitation)).toMatchObject({ status: 422, body: { code: 'dateIsOver' } });
    house.clock.moveTo(MORNING);
    const called = await invited(house, { date: '2026-12-11' });
    await datesOf(house, called.group).cancel(called.occurrenceId);
    expect((await change(called)).status).toBe(422);
    expect((await change(called, invitation.occurrenceId)).status).toBe(404);
    expect((await change(called, newId())).status).toBe(404);
  });

  it('is left with the old link of the group', async () => {
    const { group, occurrenceId } = await invited(house, { date: '2026-12-12' });
    const before = await roomOf(occurrenceId);
    const pin = await pinOf(occurrenceId);
    const call = { as: group.representative };
    expect((await house.http[0].post(`/api/groups/${group.id}/link/renew`, call)).status).toBe(200);
    expect(await roomOf(occurrenceId)).not.toBe(before);
    expect(await pinOf(occurrenceId)).not.toBe(pin);
  });

  it('is left with the old link of the group also while the date is off', async () => {
    const { group, occurrenceId } = await invited(house, { date: '2026-12-17' });
    const pin = await pinOf(occurrenceId);
    await datesOf(house, group).cancel(occurrenceId);
    const call = { as: group.representative };
    expect((await house.http[0].post(`/api/groups/${group.id}/link/renew`, call)).status).toBe(200);
    await datesOf(house, group).restore(occurrenceId);
    expect(await pinOf(occurrenceId)).not.toBe(pin);
  });
});
