import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ForgetLists } from '../../../src/invitations/forget-lists.schedule.js';
import type { Caller } from '../../support/http-caller.js';
import { invitedBy } from '../../support/invited.js';
import type { Refusal } from '../../support/invitees.js';
import { inviteesOf } from '../../support/invitees.js';
import { stayIn, turnBack } from '../../support/mail-rows.js';
import { aDate, aGroup, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';
import { oneAfterTheOther } from '../../support/waiting-in-line.js';

interface KeptList {
  items: { name?: string; email: string }[];
  keep: boolean;
  deletesAt?: string;
  version: number;
}

const NOTHING = { items: [], keep: false, version: 0 };

describe('A group keeps its list of addresses, if it wants to', () => {
  let house: StoryHouse;
  let group: Group;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    await turnBack(house, '2026-12-01T09:00');
    ({ group } = await aPlace(house));
    await stayIn(house.database);
  });

  const path = () => `/api/groups/${group.id}/invitees`;
  const show = (as = group.representative) => house.http[0].get<KeptList>(path(), { as });
  const keep = (
    items: KeptList['items'],
    { as = group.representative, seen }: { as?: Caller; seen?: number } = {},
  ) =>
    house.http[0].send<KeptList & Refusal>('PUT', path(), {
      as,
      body: { items, keep: true },
      headers: seen === undefined ? {} : { 'if-match': `"${seen}"` },
    });
  const list = [{ name: 'Rosa', email: 'rosa@liste.example' }, { email: 'karl@liste.example' }];
  const forget = (link: string) =>
    house.http[0].submit(`${link}/unsubscribe`, { 'List-Unsubscribe': 'One-Click' });
  const stored = () => house.database.query('SELECT 1 FROM kept_invitees WHERE group_id = $1', [group.id]);

  it('keeps none by itself, not even of those who were invited (P9)', async () => {
    const { id } = await aDate(house, group, {});
    await inviteesOf(house, group, `/api/occurrences/${id}`).invite('rosa@liste.example');
    expect((await show()).body).toEqual(NOTHING);
    expect(await stored()).toEqual([]);
  });

  it('in the order typed, equal ones once, with the day on which it goes', async () => {
    const twice = [...list, { name: 'Noch einmal', email: 'ROSA@Liste.example' }];
    const { status, body } = await keep(twice);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: list,
      keep: true,
      deletesAt: '2028-03-01T23:00:00Z',
      version: expect.any(Number),
    });
    expect((await show()).body).toEqual(body);
    const reversed = list.toReversed();
    expect((await keep(reversed)).body.items).toEqual(reversed);
  });

  it('stays on when the group invites, and goes by itself when it does nothing', async () => {
    await keep(list);
    house.clock.moveTo('2027-06-01T09:00');
    const { id } = await aDate(house, group, { date: '2027-06-08' });
    await inviteesOf(house, group, `/api/occurrences/${id}`).invite('neu@liste.example');
    expect((await show()).body).toMatchObject({ items: list, deletesAt: '2028-09-01T22:00:00Z' });
    house.clock.moveTo('2028-09-02T00:00');
    expect((await show()).body).toEqual(NOTHING);
    await house.apps[0].get(ForgetLists, { strict: false }).run();
    expect(await stored()).toEqual([]);
  });

  it('goes at once when it is kept no more', async () => {
    await keep(list);
    const call = { as: group.representative, body: { keep: false } };
    const { status, body } = await house.http[0].send<KeptList>('PUT', path(), call);
    expect({ status, body }).toEqual({ status: 200, body: NOTHING });
    expect(await stored()).toEqual([]);
  });

  it('names each bad address and keeps what was there (400); sixty at most (422)', async () => {
    await keep(list);
    const refused = await keep([{ email: 'gut@liste.example' }, { email: 'ohne-at' }]);
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'badAddresses', badAddresses: [{ index: 1 }] },
    });
    expect(refused.body.detail).toContain('noch nicht gespeichert');
    const many = Array.from({ length: 61 }, (_, index) => ({ email: `gast${index}@liste.example` }));
    expect(await keep(many)).toMatchObject({ status: 422, body: { code: 'tooManyInvitees' } });
    expect((await show()).body.items).toEqual(list);
  });

  it('two who save it at the same moment: one of both lists, whole', async () => {
    const lists = ['a', 'b', 'c', 'd'].map((each) => [...list, { email: `${each}@liste.example` }]);
    const answers = await Promise.all(lists.map((each) => keep(each)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(lists).toContainEqual((await show()).body.items);
  });

  it('who has gone off it comes back by no page that was open (412, P9)', async () => {
    const { link } = await invitedBy(house, group, {}, 'karl@liste.example');
    const seen = (await keep(list)).body.version;
    const neu = { email: 'neu@liste.example' };
    expect((await keep([...list, neu], { seen })).status).toBe(200);
    expect(await keep(list, { seen })).toMatchObject({ status: 412, body: { code: 'outdated' } });
    expect((await show()).body.items).toEqual([...list, neu]);
    const { body: open, headers } = await show();
    expect(headers.get('etag')).toBe(`"${open.version}"`);
    await forget(link);
    expect((await keep(open.items, { seen: open.version })).status).toBe(412);
    expect((await show()).body.items).toEqual([list[0], neu]);
  });

  it('one that was deleted comes back by none either, also when another is kept since', async () => {
    const seen = (await keep(list)).body.version;
    await house.http[0].send('PUT', path(), { as: group.representative, body: { keep: false } });
    expect((await keep(list, { seen })).status).toBe(412);
    expect((await show()).body).toEqual(NOTHING);
    expect((await keep([{ email: 'neu@liste.example' }], { seen: 0 })).status).toBe(200);
    expect((await keep(list, { seen })).status).toBe(412);
    expect((await keep(list, { seen: 0 })).status).toBe(412);
  });

  it('whoever is deleted while it is saved is not on it either', async () => {
    const { link } = await invitedBy(house, group, {}, 'karl@liste.example');
    await keep(list);
    const deeds = [() => keep(list), () => forget(link)];
    const answers = await oneAfterTheOther<{ status: number }>(
      house,
      { table: 'kept_lists', id: group.id },
      deeds,
    );
    expect(answers).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect((await show()).body.items).toEqual([list[0]]);
  });

  describe('whoever has gone off it while it stood in a form is not invited by that (P9)', () => {
    /** Somebody whose address is on the list, and what is sent by the form that it was put into. */
    async function inTheForm(email: string) {
      const { link } = await invitedBy(house, group, {}, email);
      await keep([...list, { email }]);
      const [rosa, karl, other, typed] = [...list, { email }, { email: `neu-${email}` }];
      const fromList = [rosa, karl, other].map((each) => ({ ...each, fromKeptList: true }));
      const { id } = await aDate(house, group, { date: '2026-12-09' });
      const call = { as: group.representative, body: { invitees: [...fromList, typed] } };
      const path = `/api/occurrences/${id}/invitees`;
      return { id, link, invite: () => house.http[0].post<{ items: { email: string }[] }>(path, call) };
    }
    const COUNTS = { invited: 3, alreadyInvited: 0, goneFromList: 1 };

    it('but whoever stands on it still, and whoever was typed', async () => {
      const email = 'geht@liste.example';
      const { link, invite } = await inTheForm(email);
      await forget(link);
      const { status, body } = await invite();
      expect({ status, ...body }).toMatchObject({ status: 201, ...COUNTS });
      const emails = [...list.map((each) => each.email), `neu-${email}`];
      expect(body.items.map((each) => each.email)).toEqual(emails);
      expect((await invite()).body).toMatchObject({ invited: 0, alreadyInvited: 3, goneFromList: 1 });
      await house.mails.waitFor(`neu-${email}`);
      expect(house.mails.to(email)).toHaveLength(1);
      expect(await traces(email)).toEqual([]);
    });

    it('also when they go at the same moment', async () => {
      const email = 'zugleich@liste.example';
      const { id, link, invite } = await inTheForm(email);
      const [row] = await house.database.query<{ reservation: string }>(
        'SELECT reservation_id AS reservation FROM occurrences WHERE id = $1',
        [id],
      );
      const held = { table: 'reservations', id: row?.reservation ?? '' } as const;
      const answers = await oneAfterTheOther<unknown>(house, held, [() => forget(link), invite]);
      expect(answers[1]).toMatchObject({ body: COUNTS });
      expect(await traces(email)).toEqual([]);
    });

    const traces = (email: string) =>
      house.database.query('SELECT 1 FROM invitees WHERE email = $1', [email]);
  });

  it('is seen by the representatives only, never by the contact point (P6, P7)', async () => {
    await keep(list);
    const stranger = await aGroup(house);
    expect((await show(stranger.representative)).status).toBe(404);
    expect((await keep(list, { as: stranger.representative })).status).toBe(404);
    expect((await show(group.contactPoint.staff)).status).toBe(403);
    expect((await house.http[0].get(path())).status).toBe(401);
    await house.http[0].post(`/api/groups/${group.id}/pause`, { as: group.contactPoint.staff });
    expect((await keep([])).status).toBe(403);
    const call = { as: group.representative, body: { keep: false } };
    expect((await house.http[0].send('PUT', path(), call)).status).toBe(200);
  });
});
