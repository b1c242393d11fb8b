import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf, type Dates } from '../../support/dates.js';
import { calendarFileOf, inviteesOf, subjectsTo } from '../../support/invitees.js';
import type { SunkMail } from '../../support/mail-sink.js';
import { mailsStand, reactionsAreDone } from '../../support/mail-rows.js';
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
    await inviteesOf(house, group, `/api/occurrences/${id}`).invite(email);
    return id;
  }

  /** Each mail to the date's invitee, in the order of their making: `invitation sent`. */
  async function mailsOf(occurrenceId: string): Promise<string[]> {
    const rows = await house.database.query<{ mail: string }>(
      `SELECT m.kind || ' ' || m.state AS mail FROM mails m JOIN invitees i ON i.id = m.about
       WHERE i.occurrence_id = $1 ORDER BY m.created_at, m.id`,
      [occurrenceId],
    );
    return rows.map(({ mail }) => mail);
  }

  const until = (occurrenceId: string, expected: string[]) =>
    mailsStand(house, () => mailsOf(occurrenceId), expected);
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
    const list = await inviteesOf(house, group, `/api/occurrences/${id}`).list();
    expect(list).toMatchObject([{ email, mail: 'sent' }]);
    await dates.move(id, { time: '19:30' });
    await until(id, [...given, 'movedDate sent']);
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Verschoben']);
  });

  it('an invitation still on its way when the date is called off and restored leaves, alone', async () => {
    const email = 'rosa-back@post.example';
    refuse(email);
    const id = await anInvitedDate(email);
    await until(id, ['invitation retrying']);
    house.mails.keepSilent();
    await dates.cancel(id);
    await reactionsAreDone(house);
    await dates.restore(id);
    await reactionsAreDone(house);
    accept(email);
    house.mails.greet();
    await until(id, [
      'invitation dropped',
      'cancelledDate dropped',
      'restoredDate dropped',
      'invitation sent',
    ]);
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
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
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Verschoben']);
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
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
  });

  it('an invitation that is late is told once, as the date lies now, under its newest SEQUENCE', async () => {
    const email = 'rosa-moved@post.example';
    refuse(email);
    const id = await anInvitedDate(email);
    await until(id, ['invitation retrying']);
    await dates.move(id, { time: '19:30' });
    await until(id, ['invitation dropped', 'movedDate dropped', 'invitation retrying']);
    accept(email);
    await until(id, ['invitation dropped', 'movedDate dropped', 'invitation sent']);
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
    const [mail] = house.mails.to(email);
    expect(mail?.email.subject).toMatch(/19:30 Uhr$/);
    expect(calendarFileOf(mail as SunkMail)).toContain('SEQUENCE:1\r\n');
  });

  it('so is one that is sent once more while the first still waits', async () => {
    const email = 'rosa-twice@post.example';
    refuse(email);
    const id = await anInvitedDate(email);
    await until(id, ['invitation retrying']);
    const invitees = inviteesOf(house, group, `/api/occurrences/${id}`);
    const [{ id: inviteeId } = { id: '' }] = await invitees.list();
    expect((await invitees.resend(inviteeId)).status).toBe(200);
    await until(id, ['invitation dropped', 'invitation retrying']);
    await dates.move(id, { time: '19:30' });
    accept(email);
    const superseded = ['invitation dropped', 'invitation dropped', 'movedDate dropped'];
    await until(id, [...superseded, 'invitation sent']);
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
  });
});
