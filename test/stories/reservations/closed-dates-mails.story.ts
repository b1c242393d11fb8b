import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import { Transactions } from '../../../src/platform/database/transactions.js';
import { Events } from '../../../src/platform/events/events.js';
import { Mails } from '../../../src/platform/mail/mails.js';
import { closedDatesFound, closureTreated } from '../../../src/reservations/reservations.events.js';
import { mailsAreOut } from '../../support/clockwork.js';
import { datesOf, type Dates } from '../../support/dates.js';
import { eventually } from '../../support/mail-rows.js';
import { aDate, aGroup, anOperator, aPlace, aRoom, insert, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const SUBJECT = 'Änderung bei Ihren Terminen im Virtuellen Haus';

interface Place {
  group: Group;
  dates: Dates;
  /** The addresses of the two who represent the group. */
  both: [string, string];
  roomId: string;
  otherRoom: { id: string; name: string };
}

describe('Whoever represents a group hears what a closure has done to its dates', () => {
  let house: StoryHouse;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  /** A group with two representatives, and two rooms that nobody else sees. */
  async function aPlaceOfTwo(): Promise<Place> {
    const { group, rooms } = await aPlace(house);
    const email = `zweite-${group.email}`;
    const person = { id: newId(), contact_point_id: group.contactPoint.id, name: 'Otto Muster', email };
    await insert(house.database, 'people', { ...person, email_key: email });
    await insert(house.database, 'representatives', {
      id: newId(),
      group_id: group.id,
      person_id: person.id,
    });
    const [{ id: roomId }, otherRoom] = rooms;
    return { group, dates: datesOf(house, group), both: [group.email, email], roomId, otherRoom };
  }

  const close = (group: Group, body: Record<string, unknown>, as = group.contactPoint.staff) =>
    house.http[0].post<{ id: string }>('/api/closures', { as, body });
  const on = (date: string, change: Record<string, unknown>) => ({ from: { date }, to: { date }, ...change });
  const wordTo = (email: string) =>
    house.mails.to(email).filter(({ email: mail }) => mail.subject === SUBJECT);

  /** The mails about closures to an address, as soon as there are so many. */
  async function waitForWord(email: string, count = 1) {
    await eventually(() => wordTo(email).length >= count, true);
    return wordTo(email).map(({ email: { text = '' } }) => text.replaceAll('\r\n', '\n'));
  }

  async function invited(group: Group, id: string, email: string) {
    const body = { invitees: [{ email }] };
    await house.http[0].post(`/api/occurrences/${id}/invitees`, { as: group.representative, body });
    await house.mails.waitFor(email);
  }

  it('in one mail each, however many dates were called off or moved (P6)', async () => {
    const { group, both, roomId, otherRoom, dates } = await aPlaceOfTwo();
    const called = await aDate(house, group, { roomId, date: '2026-12-08' });
    await aDate(house, group, { roomId: otherRoom.id, date: '2026-12-08' });
    const { body: kept } = await dates.reserve({ roomId, date: '2026-12-09' });
    const [moved] = kept.occurrences;
    await aDate(house, group, { roomId, date: '2026-12-20' });
    await invited(group, called.id, 'ada@gast.example');
    await invited(group, moved.id, 'ben@gast.example');
    const stranger = await aGroup(house, group.contactPoint);
    const foreign = await aGroup(house);
    const theirs = await aRoom(house, { contact_point_id: foreign.contactPoint.id });
    await aDate(house, foreign, { roomId: theirs.id, date: '2026-12-08' });
    await close(group, { from: { date: '2026-12-07' }, to: { date: '2026-12-11' }, roomId, dates: 'move' });
    for (const email of both) {
      const [text] = await waitForWord(email);
      const closed = 'vom 7. Dezember 2026 bis zum 11. Dezember 2026 geschlossen.';
      expect(text).toContain(`der Raum „Raum 1“ im Virtuellen Haus ist ${closed}`);
      expect(text).toContain(
        `abgesagt:\nDienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr, im Raum „Raum 1“\n`,
      );
      expect(text).toContain(
        `Mittwoch, 9. Dezember 2026, 18:00 bis 20:00 Uhr, im Raum „${otherRoom.name}“\n`,
      );
      expect(text).not.toContain('20. Dezember');
      expect(text).toContain(`https://${group.contactPoint.slug}.example/online`);
      const [mail] = wordTo(email);
      expect(mail?.recipients).toEqual([email]);
      expect(mail?.email.from).toMatchObject({ name: 'Virtuelles Haus' });
      expect(mail?.email.replyTo).toMatchObject([{ address: `${group.contactPoint.slug}@kontakt.example` }]);
      expect(mail?.email.subject).not.toContain(group.label);
    }
    await house.mails.waitFor('ada@gast.example', 2);
    await mailsAreOut(house);
    expect(both.map((email) => wordTo(email).length)).toEqual([1, 1]);
    for (const { email } of [stranger, foreign]) expect(wordTo(email)).toEqual([]);
    expect(['ada', 'ben'].map((name) => house.mails.to(`${name}@gast.example`).length)).toEqual([2, 1]);
    expect((await dates.show(kept.id)).body.occurrences[0]).toMatchObject({
      state: 'planned',
      reason: 'Ihr Raum war zu dieser Zeit geschlossen. Das Treffen findet in einem anderen Raum statt.',
    });
  });

  it('from its own contact point, also when the operator closes the house', async () => {
    const [here, there] = [await aPlaceOfTwo(), await aPlaceOfTwo()];
    for (const { group, roomId } of [here, there]) await aDate(house, group, { roomId, date: '2026-12-24' });
    await close(here.group, on('2026-12-24', { dates: 'cancel' }), await anOperator(house));
    for (const { group, both } of [here, there]) {
      const [text] = await waitForWord(both[1]);
      expect(text).toContain('das Virtuelle Haus ist am 24. Dezember 2026 geschlossen.');
      expect(wordTo(both[1])[0]?.source).toContain(`${group.contactPoint.slug}@kontakt.example`);
      expect(text?.match(/Dezember/g)).toHaveLength(2);
    }
  });

  it('not when the dates stay', async () => {
    const { group, both, roomId } = await aPlaceOfTwo();
    await aDate(house, group, { roomId, date: '2026-12-10' });
    await close(group, on('2026-12-10', { roomId }));
    await mailsAreOut(house);
    expect(both.flatMap(wordTo)).toEqual([]);
  });

  it('once only when word of the closure comes again, and again when it then hits more', async () => {
    const { group, both, roomId } = await aPlaceOfTwo();
    const first = await aDate(house, group, { roomId, date: '2026-12-14' });
    await aDate(house, group, { roomId, date: '2026-12-15' });
    const { body } = await close(group, on('2026-12-14', { roomId, dates: 'cancel' }));
    await waitForWord(both[0]);
    const [transactions, events] = [house.apps[0].get(Transactions), house.apps[0].get(Events)];
    const again = { closureId: body.id, version: 1, occurrenceIds: [first.id] };
    await transactions.run(async (tx) => {
      await events.publish(tx, closedDatesFound, { ...again, treatment: 'cancel' });
      await events.publish(tx, closureTreated, again);
      await events.publish(tx, closureTreated, again);
    });
    await mailsAreOut(house);
    expect(both.map((email) => wordTo(email).length)).toEqual([1, 1]);
    await house.http[0].send('PATCH', `/api/closures/${body.id}`, {
      as: group.contactPoint.staff,
      body: { to: { date: '2026-12-15' }, dates: 'cancel' },
    });
    const [, text] = await waitForWord(both[0], 2);
    expect(text).toContain('Dienstag, 15. Dezember 2026');
  });

  it('not when it has changed nothing, or the representative is gone before the mail leaves', async () => {
    const { group, dates, both, roomId } = await aPlaceOfTwo();
    const hit = await aDate(house, group, { roomId, date: '2026-12-16' });
    const { body } = await close(group, on('2026-12-16', { roomId }));
    const word = { closureId: body.id, version: 1, occurrenceIds: [hit.id] };
    const tell = (change = {}) =>
      house.apps[0]
        .get(Transactions)
        .run((tx) => house.apps[0].get(Events).publish(tx, closureTreated, { ...word, ...change }));
    await tell();
    await tell({ closureId: newId() });
    const mail = { kind: 'closureDates', about: newId(), concerning: body.id, sequence: 1 };
    await house.apps[0].get(Transactions).run((tx) => house.apps[0].get(Mails).queue(tx, mail));
    await dates.move(hit.id, { date: '2026-12-17' });
    const states = () =>
      house.database.query<{ state: string; count: string }>(
        `SELECT m.state, count(*) FROM mails m LEFT JOIN representatives r ON r.id = m.about
         WHERE m.kind = 'closureDates' AND (r.group_id = $1 OR r.id IS NULL) GROUP BY m.state`,
        [group.id],
      );
    await eventually(states, [{ state: 'dropped', count: '5' }]);
    expect(both.flatMap(wordTo)).toEqual([]);
  });

  it('and the reason goes when the group moves the date itself', async () => {
    const { group, dates, both, roomId } = await aPlaceOfTwo();
    const { body } = await dates.reserve({ roomId, date: '2026-12-18' });
    const shown = async () => (await dates.show(body.id)).body.occurrences[0];
    await close(group, on('2026-12-18', { roomId, dates: 'move' }));
    await waitForWord(both[0]);
    expect((await shown()).reason).toMatch(/anderen Raum/);
    await dates.move(body.occurrences[0].id, { time: '19:00' });
    expect(await shown()).toMatchObject({ state: 'planned', time: '19:00' });
    expect((await shown()).reason).toBeUndefined();
  });
});
