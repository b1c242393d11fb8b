import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { wake } from '../../support/clockwork.js';
import { doorOf, invited, invitedBy, type Invited } from '../../support/invited.js';
import { aGroup, aPlace, signIn, type Group } from '../../support/people.js';
import { entryIn } from '../../support/jitsi-side.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';
const START = '2026-12-08T18:00';
const TEN_MINUTES_LATER = '2026-12-08T18:10';

interface InviteeBody {
  id: string;
  mayOpen: boolean;
  code?: string;
}

let house: StoryHouse;
let group: Group;
beforeAll(async () => {
  house = await openStoryHouse();
  ({ group } = await aPlace(house));
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo(MORNING));

async function theOnly({ group: { representative: as }, list }: Pick<Invited, 'group' | 'list'>) {
  const { body } = await house.http[0].get<{ items: InviteeBody[] }>(list, { as });
  return body.items[0] ?? { id: '', mayOpen: false };
}

const patch = (path: string, body: unknown, as = group.representative) =>
  house.http[0].send<InviteeBody>('PATCH', path, { as, body });

async function name(invitation: Pick<Invited, 'group' | 'list'>, mayOpen = true): Promise<void> {
  const { id } = await theOnly(invitation);
  const path = `${invitation.list}/${id}`;
  const { status, body } = await patch(path, { mayOpen }, invitation.group.representative);
  expect([status, body.mayOpen]).toEqual([200, mayOpen]);
}

/** Whether somebody gets in as moderator at this time. */
async function opensAt(time: string, link: string): Promise<boolean> {
  house.clock.moveTo(time);
  const entered = await house.http[0].submit(`${link}/enter`, { displayName: '' });
  house.clock.moveTo(MORNING);
  expect(entered.status).toBe(303);
  const { token } = entryIn(entered);
  if (!token) throw new Error('The way in has no token.');
  const { user, features } = token.context;
  expect(user.name).toBe(user.moderator ? 'Moderation' : 'Gast');
  expect([user.lobby_bypass ?? false, features['moderation']]).toEqual(
    user.moderator ? [true, true] : [false, false],
  );
  return user.moderator ?? false;
}

const seenAt = (occurrenceId: string) =>
  house.database.query<{ at: Date | null }>(
    'SELECT moderator_came_at AS at FROM meetings WHERE occurrence_id = $1',
    [occurrenceId],
  );

describe('When a representative came', () => {
  it('is forgotten with the date', async () => {
    const invitation = await invited(house);
    expect(await seenAt(invitation.occurrenceId)).toEqual([{ at: null }]);
    await opensAt(START, await doorOf(house, invitation.group, invitation.occurrenceId));
    expect((await seenAt(invitation.occurrenceId))[0]?.at).toEqual(new Date('2026-12-08T17:00:00Z'));
    house.clock.moveTo('2026-12-08T20:31');
    await wake(house, 'tend-meetings');
    expect(await seenAt(invitation.occurrenceId)).toEqual([{ at: null }]);
  });
});

describe('Somebody whom the group named', () => {
  it('opens from ten minutes after the start, when no representative has come', async () => {
    const invitation = await invited(house);
    expect(await theOnly(invitation)).toMatchObject({ mayOpen: false });
    expect(await opensAt(TEN_MINUTES_LATER, invitation.link)).toBe(false);
    await name(invitation);
    expect(await theOnly(invitation)).toMatchObject({ mayOpen: true });
    expect(await opensAt('2026-12-08T18:09', invitation.link)).toBe(false);
    expect(await opensAt(TEN_MINUTES_LATER, invitation.link)).toBe(true);
    expect(await opensAt('2026-12-08T19:00', invitation.link)).toBe(true);
  });

  it('does not, once a representative is there, however late', async () => {
    const invitation = await invited(house);
    await name(invitation);
    expect(await opensAt(TEN_MINUTES_LATER, invitation.link)).toBe(true);
    expect(
      await opensAt('2026-12-08T18:20', await doorOf(house, invitation.group, invitation.occurrenceId)),
    ).toBe(true);
    expect(await opensAt('2026-12-08T18:21', invitation.link)).toBe(false);
  });

  it('does, when a representative was there before the date was moved', async () => {
    const invitation = await invited(house);
    await name(invitation);
    expect(
      await opensAt('2026-12-08T17:40', await doorOf(house, invitation.group, invitation.occurrenceId)),
    ).toBe(true);
    const path = `/api/occurrences/${invitation.occurrenceId}`;
    house.clock.moveTo('2026-12-08T17:41');
    const { contactPoint, email } = invitation.group;
    const then = await signIn(house, contactPoint.slug, email);
    const moved = await patch(path, { date: '2026-12-09' }, then);
    expect(moved.status).toBe(200);
    expect(await opensAt('2026-12-09T18:10', invitation.link)).toBe(true);
  });

  it('opens every date of a series', async () => {
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    const invitation = await invitedBy(house, group, { date: '2026-12-10', repeat });
    await name({ group, ...invitation });
    expect(await opensAt('2026-12-10T18:10', invitation.link)).toBe(true);
    expect(await opensAt('2026-12-17T18:10', invitation.link)).toBe(true);
  });

  it('no more when the group takes it back, nor after a withdrawal', async () => {
    const invitation = await invited(house);
    await name(invitation);
    await name(invitation, false);
    expect(await opensAt(TEN_MINUTES_LATER, invitation.link)).toBe(false);
    await name(invitation);
    const { id } = await theOnly(invitation);
    const { list, email } = invitation;
    const as = invitation.group.representative;
    await house.http[0].delete(`${list}/${id}`, { as });
    expect((await patch(`${list}/${id}`, { mayOpen: true }, as)).status).toBe(404);
    await house.http[0].post(list, { as, body: { invitees: [{ email }] } });
    expect(await theOnly(invitation)).toMatchObject({ id, mayOpen: false });
  });
});

describe('Who may open is decided', () => {
  let list: string;
  let path: string;
  beforeAll(async () => {
    house.clock.moveTo(MORNING);
    const invitation = await invitedBy(house, group, { date: '2026-12-11' });
    ({ list } = invitation);
    path = `${list}/${(await theOnly({ group, list })).id}`;
  });

  it.each([{}, { mayOpen: 'yes' }, { mayOpen: null }, { mayOpen: true, email: 'x@example.org' }])(
    'in plain words: %j is refused (400)',
    async (body) => {
      expect((await patch(path, body)).status).toBe(400);
    },
  );

  it('by those who represent the group: for others it does not exist', async () => {
    const stranger = await aGroup(house, group.contactPoint);
    const foreign = await patch(path, { mayOpen: true }, stranger.representative);
    const unknown = await patch(`${list}/${newId()}`, { mayOpen: true });
    expect([foreign.status, unknown.status, foreign.text]).toEqual([404, 404, unknown.text]);
    expect((await patch(path, { mayOpen: true }, group.contactPoint.staff)).status).toBe(403);
    expect((await house.http[0].send('PATCH', path, { body: { mayOpen: true } })).status).toBe(401);
    expect(await theOnly({ group, list })).toMatchObject({ mayOpen: false });
  });

  it('under the address of its own date only', async () => {
    const other = await invitedBy(house, group, { date: '2026-12-14' });
    const id = path.slice(list.length);
    expect((await patch(`${other.list}${id}`, { mayOpen: true })).status).toBe(404);
  });

  it('not while its access rests (403)', async () => {
    await house.http[0].post(`/api/groups/${group.id}/pause`, { as: group.contactPoint.staff });
    const { status, body } = await patch(path, { mayOpen: true });
    expect([status, body.code]).toEqual([403, 'accessRests']);
  });
});
