import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TwoCalendarClients } from '../../support/calendar-client.js';
import { datesOf, type Dates } from '../../support/dates.js';
import { calendarFileOf, inviteesOf, linkIn, subjectsTo } from '../../support/invitees.js';
import { eventually, stayIn, turnBack } from '../../support/mail-rows.js';
import { aGroup, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('An invitation is withdrawn, or sent once more', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;
  let count = 0;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    await turnBack(house, '2026-12-01T09:00');
    ({ group } = await aPlace(house));
    dates = datesOf(house, group);
    await stayIn(house.database);
  });

  const repeats = [
    ['one date', undefined, 1],
    ['a series', { kind: 'weekly', interval: 1, count: 4 }, 4],
  ] as const;

  /** A date or a series, somebody who has the invitation to it, and their calendar. */
  async function invited(repeat: object | undefined) {
    const { body } = await dates.reserve({ repeat });
    const [{ id: dateId }] = body.occurrences;
    const to = repeat ? `/api/reservations/${body.id}` : `/api/occurrences/${dateId}`;
    const invitees = inviteesOf(house, group, to);
    const email = `rosa-${++count}@weg.example`;
    const { body: list } = await invitees.invite(email, `karl-${count}@weg.example`);
    const client = new TwoCalendarClients();
    const takeMail = async (nth: number) => {
      const mail = await house.mails.waitFor(email, nth);
      client.receive(calendarFileOf(mail));
      return mail;
    };
    const link = linkIn(await takeMail(1));
    return {
      reservationId: body.id,
      dateId,
      invitees,
      email,
      client,
      takeMail,
      link,
      id: list.items[0]?.id ?? '',
    };
  }

  it.each(repeats)(
    'from %s: the link ends, one mail goes to this one, the entry goes',
    async (_, repeat, shown) => {
      const { invitees, email, client, takeMail, link, id, dateId } = await invited(repeat);
      const other = email.replace('rosa', 'karl');
      await house.mails.waitFor(other);
      expect(client.shown()).toHaveLength(shown);
      expect((await invitees.withdraw(id)).status).toBe(204);
      for (const path of [link, `${link}/termin.ics`]) {
        const page = await house.http[0].raw(path);
        expect(page.status).toBe(410);
        expect(page.text).toContain('Dieser Link gilt nicht mehr.');
        expect(page.text).not.toMatch(new RegExp(`${group.label}|18:00|@`));
      }
      const mail = await takeMail(2);
      house.clock.moveTo('2026-12-08T18:00');
      expect((await house.http[0].submit(`${link}/enter`, { displayName: 'Rosa' })).status).toBe(410);
      await turnBack(house, '2026-12-01T09:00');
      expect(mail.recipients).toEqual([email]);
      expect(mail.email.text).not.toContain('/t/');
      expect(mail.source).not.toContain(group.label);
      expect(client.shown()).toEqual([]);
      expect((await invitees.list()).map((invitee) => invitee.email)).toEqual([other]);
      // Nothing that happens later is their business.
      await dates.move(dateId, { time: '19:30' });
      await house.mails.waitFor(other, 2);
      expect(house.mails.to(email)).toHaveLength(2);
      expect((await invitees.withdraw(id)).status).toBe(204);
    },
  );

  it.each(repeats)(
    'from %s, then invited again: a new link, and the entry is back',
    async (_, repeat, shown) => {
      const { invitees, email, client, takeMail, link, id, dateId } = await invited(repeat);
      await invitees.withdraw(id);
      await takeMail(2);
      expect((await invitees.invite(email)).status).toBe(201);
      const again = linkIn(await takeMail(3));
      expect(again).not.toBe(link);
      expect(client.shown()).toHaveLength(shown);
      expect((await house.http[0].raw(again)).status).toBe(200);
      const old = await house.http[0].raw(link);
      expect(old.status).toBe(410);
      expect(old.text).toContain('Dieser Link wurde durch einen neuen ersetzt.');
      await dates.move(dateId, { time: '19:30' });
      await takeMail(4);
      expect(client.shown()[0]).toContain('T18:30:00Z');
      const sequences = client.received.map(({ sequence }) => sequence);
      expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
      // The mail server has it a moment before the house has written that down.
      const isSent = async () => (await invitees.list()).some((invitee) => invitee.mail === 'sent');
      await eventually(isSent, true);
    },
  );

  it('before the invitation has left: no mail at all', async () => {
    const email = 'nie@weg.example';
    house.mails.refusals.set(email, 451);
    const { body } = await dates.reserve({});
    const invitees = inviteesOf(house, group, `/api/occurrences/${body.occurrences[0].id}`);
    const { body: list } = await invitees.invite(email);
    const id = list.items[0]?.id ?? '';
    await eventually(async () => (await invitees.list())[0]?.mail, 'retrying');
    await invitees.withdraw(id);
    house.mails.refusals.delete(email);
    await house.mails.retryNow(house.database);
    const states = () =>
      house.database.query('SELECT kind, state FROM mails WHERE about = $1 ORDER BY created_at', [id]);
    await eventually(states, [
      { kind: 'invitation', state: 'dropped' },
      { kind: 'withdrawnInvitation', state: 'dropped' },
    ]);
    expect(house.mails.to(email)).toEqual([]);
  });

  it('of a date that is off: no second mail', async () => {
    const { invitees, email, id, dateId } = await invited(undefined);
    await dates.cancel(dateId);
    await house.mails.waitFor(email, 2);
    expect((await invitees.withdraw(id)).status).toBe(204);
    const left = () =>
      house.database.query('SELECT 1 FROM mails WHERE about = $1 AND next_try_at IS NOT NULL', [id]);
    await eventually(left, []);
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Abgesagt']);
  });

  it.each(repeats)(
    'to %s once more: the same mail with the same link, three times a day',
    async (_, repeat, shown) => {
      const { invitees, email, client, takeMail, link, id } = await invited(repeat);
      for (const nth of [2, 3, 4]) {
        const { status, body } = await invitees.resend(id);
        expect({ status, email: body.email }).toEqual({ status: 200, email });
        const mail = await takeMail(nth);
        expect(linkIn(mail)).toBe(link);
        expect(client.shown()).toHaveLength(shown);
      }
      expect(new Set(house.mails.to(email).map((mail) => mail.email.subject)).size).toBe(1);
      expect(new Set(house.mails.to(email).map((mail) => mail.email.messageId)).size).toBe(4);
      const refused = await invitees.resend(id);
      expect(refused).toMatchObject({ status: 429, body: { code: 'tooManyResends' } });
      expect(refused.headers.get('retry-after')).toBe(String(15 * 3600));
      expect(refused.body.detail).toMatch(/^Diese Einladung .*\.$/);
      house.clock.moveTo('2026-12-02T09:00');
      expect((await invitees.resend(id)).status).toBe(200);
      await takeMail(5);
    },
  );

  it('with the right Idempotency-Key it is sent once', async () => {
    const { invitees, email, id, takeMail } = await invited(undefined);
    const call = { as: group.representative, headers: { 'idempotency-key': 'noch-einmal' } };
    for (let time = 0; time < 2; time++) {
      expect((await house.http[0].post(`${invitees.path}/${id}/resend`, call)).status).toBe(200);
    }
    await takeMail(2);
    expect(house.mails.to(email)).toHaveLength(2);
  });

  it('refuses what is foreign, rests or is over (P7)', async () => {
    const { invitees, id, dateId, reservationId } = await invited(undefined);
    const stranger = await aGroup(house);
    const foreign = inviteesOf(house, stranger, `/api/occurrences/${dateId}`);
    expect((await foreign.withdraw(id)).status).toBe(404);
    expect((await foreign.resend(id)).status).toBe(404);
    const { body } = await dates.reserve({ date: '2026-12-15' });
    const elsewhere = inviteesOf(house, group, `/api/occurrences/${body.occurrences[0].id}`);
    expect((await elsewhere.withdraw(id)).status).toBe(404);
    expect((await elsewhere.resend(reservationId)).status).toBe(404);
    const change = (action: string) =>
      house.http[0].post(`/api/groups/${group.id}/${action}`, { as: group.contactPoint.staff });
    await change('pause');
    expect((await invitees.resend(id)).status).toBe(403);
    await change('resume');
    await dates.cancel(dateId);
    expect((await invitees.resend(id)).status).toBe(422);
    expect((await invitees.withdraw(id)).status).toBe(204);
    expect((await invitees.resend(id)).status).toBe(404);
  });
});
