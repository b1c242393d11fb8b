import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TwoCalendarClients } from '../../support/calendar-client.js';
import { datesOf, type Dates, type Reservation } from '../../support/dates.js';
import { calendarFileOf, inviteesOf, subjectsTo } from '../../support/invitees.js';
import type { SunkMail } from '../../support/mail-sink.js';
import { mailRows, mailsStand, reactionsAreDone } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

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

  /** Waits for the mails to stand so; then what a calendar shows that took them. */
  async function shownAfter(email: string, expected: string[]): Promise<string[]> {
    const states = async () => {
      const rows = await mailRows(house.database, email.split('@')[1] ?? '');
      return rows.map(({ kind, state }) => `${kind} ${state}`);
    };
    await mailsStand(house, states, expected);
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

  it('an invitation that is late tells a date that has moved meanwhile, and nothing tells it again', async () => {
    const email = 'rosa@spaet-vier.example';
    refuse(email);
    const { occurrences } = await anInvitedSeries(email);
    await shownAfter(email, ['invitation retrying']);
    await dates.move(occurrences[1]?.id ?? '', { time: '20:00' });
    await shownAfter(email, ['invitation dropped', 'movedDate dropped', 'invitation retrying']);
    accept(email);
    const times = ['2026-12-08T17:00', '2026-12-15T19:00', '2026-12-22T17:00', '2026-12-29T17:00'];
    const given = ['invitation dropped', 'movedDate dropped', 'invitation sent'];
    expect(await shownAfter(email, given)).toEqual(times);
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
    expect(calendarFileOf(house.mails.to(email)[0] as SunkMail)).not.toContain('SEQUENCE:0');
  });

  it('what is called off in two steps while mails wait is told as one', async () => {
    const email = 'rosa@spaet-fuenf.example';
    const { id, occurrences } = await anInvitedSeries(email);
    await shownAfter(email, ['invitation sent']);
    refuse(email);
    await dates.cancelSeries(id, { from: occurrences[1]?.id ?? '' });
    await shownAfter(email, ['invitation sent', 'movedDate retrying']);
    await dates.cancel(occurrences[0].id);
    accept(email);
    const given = ['invitation sent', 'movedDate dropped', 'cancelledDate dropped', 'cancelledDate sent'];
    expect(await shownAfter(email, given)).toEqual([]);
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Abgesagt']);
  });

  it('a cancellation that nobody heard of is told for the one date that stays off', async () => {
    const email = 'rosa@spaet-sechs.example';
    const { id, occurrences } = await anInvitedSeries(email);
    await shownAfter(email, ['invitation sent']);
    refuse(email);
    await dates.cancelSeries(id);
    await shownAfter(email, ['invitation sent', 'cancelledDate retrying']);
    const { date, seriesDate } = occurrences[0];
    await dates.restoreSeries(id, { leaveOut: [{ date, seriesDate }] });
    accept(email);
    const given = ['invitation sent', 'cancelledDate dropped', 'restoredDate sent'];
    expect(await shownAfter(email, given)).toHaveLength(3);
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Geändert']);
  });

  it('who is taken off and invited again before they hear of it hears when all is off', async () => {
    const email = 'rosa@spaet-sieben.example';
    const { id } = await anInvitedSeries(email);
    await shownAfter(email, ['invitation sent']);
    house.mails.keepSilent();
    const invitees = inviteesOf(house, group, `/api/reservations/${id}`);
    const [{ id: inviteeId } = { id: '' }] = await invitees.list();
    await invitees.withdraw(inviteeId);
    await invitees.invite(email);
    await dates.cancelSeries(id);
    await reactionsAreDone(house);
    house.mails.greet();
    const given = [
      'invitation sent',
      'withdrawnInvitation dropped',
      'invitation dropped',
      'cancelledDate sent',
    ];
    expect(await shownAfter(email, given)).toEqual([]);
  });
});
