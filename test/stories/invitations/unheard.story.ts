import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { TwoCalendarClients } from '../../support/calendar-client.js';
import { datesOf, type Dates, type Reservation } from '../../support/dates.js';
import { calendarFileOf, inviteesOf, subjectsTo } from '../../support/invitees.js';
import { eventually, mailRows } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('When the mail server is late, everybody invited ends up with what is true (P3, P4)', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;
  let day = 7;

  beforeAll(async () => {
    house = await openStoryHouse();
    ({ group } = await aPlace(house));
    dates = datesOf(house, group);
  });
  afterAll(() => house.close());

  /** A date with one invitee, on a day of its own. */
  async function anInvitedDate(email: string): Promise<string> {
    const { body } = await dates.reserve({ date: `2026-12-${String(++day).padStart(2, '0')}` });
    const [{ id }] = body.occurrences;
    const call = { as: group.representative, body: { invitees: [{ email }] } };
    await house.http[0].post(`/api/occurrences/${id}/invitees`, call);
    return id;
  }

  /** Each mail to the date's invitee, in the order of their making: `invitation sent`. */
  async function mailsOf(occurrenceId: string): Promise<string[]> {
    const rows = await house.database.query<{ mail: string }>(
      `SELECT m.kind || ' ' || m.state AS mail FROM mails m JOIN invitees i ON i.id = m.about
       WHERE i.occurrence_id = $1 ORDER BY m.created_at`,
      [occurrenceId],
    );
    return rows.map(({ mail }) => mail);
  }

  /** Waits for mails to stand so; what comes back later comes back at once. */
  async function until(occurrenceId: string, expected: string[]): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      if ((await mailsOf(occurrenceId)).join() === expected.join()) break;
      await house.mails.retryNow(house.database);
      await sleep(100);
    }
    expect(await mailsOf(occurrenceId)).toEqual(expected);
  }

  const subjectsTo = (email: string) =>
    house.mails.to(email).map(({ email: { subject } }) => subject?.split(':')[0]);
  const refuse = (email: string) => house.mails.refusals.set(email, 451);
  const accept = (email: string) => house.mails.refusals.delete(email);

  it('an invitation given up while the date was off is sent once it takes place, and what follows', async () => {
    const email = 'rosa-off@post.example';
    refuse(email);
    const id = await anInvitedDate(email);
    await until(id, ['invitation retrying']);
    await dates.cancel(id);
    await until(id, ['invitation dropped', 'cancelledDate dropped']);
    accept(email);
    expect((await dates.restore(id)).status).toBe(200);
    const given = ['invitation dropped', 'cancelledDate dropped', 'restoredDate dropped', 'invitation sent'];
    await until(id, given);
    const path = `/api/occurrences/${id}/invitees`;
    const { body } = await house.http[0].get(path, { as: group.representative });
    expect(body).toMatchObject({ items: [{ email, mail: 'sent' }] });
    await dates.move(id, { time: '19:30' });
    await until(id, [...given, 'movedDate sent']);
    expect(subjectsTo(email)).toEqual(['Einladung', 'Verschoben']);
  });

  it('an invitation still on its way when the date is called off and restored leaves, alone', async () => {
    const email = 'rosa-back@post.example';
    refuse(email);
    const id = await anInvitedDate(email);
    await until(id, ['invitation retrying']);
    house.mails.keepSilent();
    await dates.cancel(id);
    await dates.restore(id);
    accept(email);
    house.mails.greet();
    await until(id, ['invitation sent', 'cancelledDate dropped', 'restoredDate dropped']);
    expect(subjectsTo(email)).toEqual(['Einladung']);
  });

  it('a move that was overtaken by a cancellation that never left is told after all', async () => {
    const email = 'rosa-late@post.example';
    const id = await anInvitedDate(email);
    await until(id, ['invitation sent']);
    refuse(email);
    await dates.move(id, { time: '19:30' });
    await until(id, ['invitation sent', 'movedDate retrying']);
    await dates.cancel(id);
    await until(id, ['invitation sent', 'movedDate dropped', 'cancelledDate retrying']);
    await dates.restore(id);
    accept(email);
    await until(id, ['invitation sent', 'movedDate dropped', 'cancelledDate dropped', 'restoredDate sent']);
    expect(subjectsTo(email)).toEqual(['Einladung', 'Verschoben']);
    expect(house.mails.to(email)[1]?.email.subject).toMatch(/19:30 Uhr$/);
  });

  it('a cancellation that nobody heard of is not taken back', async () => {
    const email = 'rosa-calm@post.example';
    const id = await anInvitedDate(email);
    await until(id, ['invitation sent']);
    refuse(email);
    await dates.cancel(id);
    await until(id, ['invitation sent', 'cancelledDate retrying']);
    await dates.restore(id);
    accept(email);
    await until(id, ['invitation sent', 'cancelledDate dropped', 'restoredDate dropped']);
    expect(subjectsTo(email)).toEqual(['Einladung']);
  });
});

describe('When the mail server is late, somebody invited to a series ends up with what is true (P3, P4)', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    ({ group } = await aPlace(house));
    dates = datesOf(house, group);
  });

  async function anInvitedSeries(email: string): Promise<Reservation> {
    const { body } = await dates.reserve({ repeat: { kind: 'weekly', interval: 1, count: 4 } });
    await inviteesOf(house, group, `/api/reservations/${body.id}`).invite(email);
    return body;
  }

  /** Waits for the mails to stand so, what comes back later at once; then what a calendar shows that took them. */
  async function shownAfter(email: string, expected: string[]): Promise<string[]> {
    const states = async () => {
      await house.mails.retryNow(house.database);
      const rows = await mailRows(house.database, email.split('@')[1] ?? '');
      return rows.map(({ kind, state }) => `${kind} ${state}`);
    };
    await eventually(states, expected);
    const client = new TwoCalendarClients();
    for (const mail of house.mails.to(email)) client.receive(calendarFileOf(mail));
    return client.shown().map((date) => date.slice(0, 16));
  }

  const refuse = (email: string) => house.mails.refusals.set(email, 451);
  const accept = (email: string) => house.mails.refusals.delete(email);

  it('an invitation that could not leave before everything was off leaves when it is on again', async () => {
    const email = 'rosa@spaet-eins.example';
    refuse(email);
    const { id } = await anInvitedSeries(email);
    await shownAfter(email, ['invitation retrying']);
    await dates.cancelSeries(id);
    await shownAfter(email, ['invitation dropped', 'cancelledDate dropped']);
    accept(email);
    await dates.restoreSeries(id);
    const given = ['invitation dropped', 'cancelledDate dropped', 'restoredDate dropped', 'invitation sent'];
    expect(await shownAfter(email, given)).toHaveLength(4);
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
  });

  it('what changes while mails wait is told once, as it is in the end', async () => {
    const email = 'rosa@spaet-zwei.example';
    const { id, occurrences } = await anInvitedSeries(email);
    await shownAfter(email, ['invitation sent']);
    refuse(email);
    await dates.move(occurrences[1]?.id ?? '', { time: '20:00' });
    await shownAfter(email, ['invitation sent', 'movedDate retrying']);
    await dates.cancel(occurrences[1]?.id ?? '');
    await dates.moveSeries(id, { time: '17:00' });
    accept(email);
    const given = ['invitation sent', 'movedDate dropped', 'cancelledDate dropped', 'movedDate sent'];
    const times = ['2026-12-08T16:00', '2026-12-22T16:00', '2026-12-29T16:00'];
    expect(await shownAfter(email, given)).toEqual(times);
  });

  it('a cancellation that nobody heard of is not taken back, a move before it is told', async () => {
    const email = 'rosa@spaet-drei.example';
    const { occurrences } = await anInvitedSeries(email);
    const second = occurrences[1]?.id ?? '';
    await shownAfter(email, ['invitation sent']);
    refuse(email);
    await dates.cancel(second);
    await shownAfter(email, ['invitation sent', 'cancelledDate retrying']);
    await dates.restore(second);
    await shownAfter(email, ['invitation sent', 'cancelledDate dropped', 'restoredDate dropped']);
    await dates.move(second, { time: '20:00' });
    accept(email);
    const given = ['invitation sent', 'cancelledDate dropped', 'restoredDate dropped', 'movedDate sent'];
    const times = ['2026-12-08T17:00', '2026-12-15T19:00', '2026-12-22T17:00', '2026-12-29T17:00'];
    expect(await shownAfter(email, given)).toEqual(times);
  });
});
