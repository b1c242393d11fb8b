import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datesOf, type Dates } from '../../support/dates.js';
import { linkIn } from '../../support/invitees.js';
import type { SunkMail } from '../../support/mail-sink.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('Everybody who is invited hears of a change (P3, P4)', () => {
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

  /** A date with two who have their invitation, on a day of its own. */
  async function anInvitedDate(name: string) {
    const date = `2026-12-${String(++day).padStart(2, '0')}`;
    const { body } = await dates.reserve({ date });
    const [{ id }] = body.occurrences;
    const emails = [`rosa-${name}@post.example`, `karl-${name}@post.example`] as const;
    const invitees = emails.map((email) => ({ email }));
    await house.http[0].post(`/api/occurrences/${id}/invitees`, {
      as: group.representative,
      body: { invitees },
    });
    for (const email of emails) await house.mails.waitFor(email);
    return { id, reservationId: body.id, date, emails };
  }

  const calendarOf = ({ email }: SunkMail) => {
    const part = email.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
    const text = new TextDecoder().decode(part?.content as ArrayBuffer).replaceAll('\r\n ', '');
    const value = (name: string) => new RegExp(`^${name}[^:]*:(.*?)\r?$`, 'm').exec(text)?.[1];
    return {
      method: value('METHOD'),
      uid: value('UID'),
      sequence: Number(value('SEQUENCE')),
      start: value('DTSTART;'),
      status: value('STATUS'),
    };
  };

  it('one mail each when the date is moved: the same entry and link, a higher sequence', async () => {
    const { id, emails } = await anInvitedDate('moved');
    await dates.move(id, { time: '19:30' });
    for (const email of emails) {
      const moved = await house.mails.waitFor(email, 2);
      const [invitation] = house.mails.to(email) as [SunkMail];
      expect(moved.recipients).toEqual([email]);
      expect(moved.email.subject).toMatch(/^Verschoben: Online-Treffen am .*, 19:30 Uhr$/);
      expect(linkIn(moved)).toBe(linkIn(invitation));
      const [before, after] = [calendarOf(invitation), calendarOf(moved)];
      expect(after).toMatchObject({ method: 'REQUEST', uid: before.uid, status: 'CONFIRMED' });
      expect(after.sequence).toBeGreaterThan(before.sequence);
      expect(house.mails.to(email)).toHaveLength(2);
    }
  });

  it('no mail when only the room changes', async () => {
    const { id, emails } = await anInvitedDate('room');
    const [room] = await house.database.query<{ id: string }>(
      `SELECT id FROM rooms WHERE contact_point_id = $1 AND id <> (SELECT room_id FROM occurrences WHERE id = $2)`,
      [group.contactPoint.id, id],
    );
    expect((await dates.move(id, { roomId: room?.id })).status).toBe(200);
    await dates.move(id, { time: '19:30' });
    await house.mails.waitFor(emails[0], 2);
    expect(house.mails.to(emails[0]).map(({ email }) => email.subject?.split(':')[0])).toEqual([
      'Einladung',
      'Verschoben',
    ]);
  });

  it('of a cancellation, and that it takes place after all, each with a higher sequence', async () => {
    const { id, emails } = await anInvitedDate('restored');
    const [email] = emails;
    await dates.cancel(id);
    await house.mails.waitFor(email, 2);
    expect((await dates.restore(id)).status).toBe(200);
    await house.mails.waitFor(email, 3);
    const mails = house.mails.to(email);
    expect(mails.map(({ email: { subject } }) => subject?.split(':')[0])).toEqual([
      'Einladung',
      'Abgesagt',
      'Findet doch statt',
    ]);
    const entries = mails.map(calendarOf);
    expect(entries.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST']);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
    expect(entries.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    expect(linkIn(mails[2] as SunkMail)).toBe(linkIn(mails[0] as SunkMail));
  });

  it('invitees stay with a series that moves, each date under a UID of its own', async () => {
    const { body } = await dates.reserve({
      date: '2027-01-05',
      repeat: { kind: 'weekly', interval: 1, count: 2 },
    });
    const email = 'rosa-series@post.example';
    for (const { id } of body.occurrences) {
      await house.http[0].post(`/api/occurrences/${id}/invitees`, {
        as: group.representative,
        body: { invitees: [{ email }] },
      });
    }
    await house.mails.waitFor(email, 2);
    expect((await dates.moveSeries(body.id, { time: '20:00' })).status).toBe(200);
    await house.mails.waitFor(email, 4);
    const entries = house.mails.to(email).map(calendarOf);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(2);
    const ofDates = Map.groupBy(entries, ({ uid }) => uid);
    for (const [before, after] of ofDates.values())
      expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  });
});
