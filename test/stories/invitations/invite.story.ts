import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { datesOf } from '../../support/dates.js';
import { inviteesOf, subjectsTo } from '../../support/invitees.js';
import { eventually } from '../../support/mail-rows.js';
import type { SunkMail } from '../../support/mail-sink.js';
import { aDate, aGroup, aPlace, aRoom, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface Invitee {
  id: string;
  email: string;
  name?: string;
  mail: string;
  mailDetail?: string;
}
interface Invited {
  items: Invitee[];
  code?: string;
  detail?: string;
  badAddresses?: { index: number; email: string; reason: string }[];
}

describe('A representative invites people', () => {
  let house: StoryHouse;
  let group: Group;
  let occurrenceId: string;
  let hour = 7;

  beforeAll(async () => {
    house = await openStoryHouse();
    group = await aGroup(house);
    await aRoom(house);
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    const time = `${String(hour++).padStart(2, '0')}:00`;
    occurrenceId = (await aDate(house, group, { time, minutes: 60 })).id;
  });

  const path = () => `/api/occurrences/${occurrenceId}/invitees`;
  const invite = (invitees: unknown[], as = group.representative) =>
    house.http[0].post<Invited>(path(), { as, body: { invitees } });
  const list = () => house.http[0].get<Invited>(path(), { as: group.representative });

  function calendarOf(mail: SunkMail) {
    const file = mail.email.attachments.find(({ filename }) => filename === 'termin.ics');
    const text = Buffer.from(file?.content as ArrayBuffer).toString();
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const event = calendar.getFirstSubcomponent('vevent');
    if (!event) throw new Error('The calendar file has no event.');
    return { text, calendar, event };
  }

  it('who is invited to a whole series is not invited to one of its dates beside it', async () => {
    const place = await aPlace(house);
    const dates = datesOf(house, place.group);
    const { body } = await dates.reserve({ repeat: { kind: 'weekly', interval: 1, count: 3 } });
    const second = body.occurrences[1]?.id ?? '';
    const toAll = inviteesOf(house, place.group, `/api/reservations/${body.id}`);
    const toOne = inviteesOf(house, place.group, `/api/occurrences/${second}`);
    const [both, one] = ['beides@gast.example', 'eines@gast.example'];
    const [invitee] = (await toAll.invite(both)).body.items;
    const answer = await toOne.invite(both.toUpperCase(), one);
    expect(answer.status).toBe(201);
    expect(answer.body.items.map(({ email }) => email)).toEqual([one]);
    for (const email of [both, one]) await house.mails.waitFor(email);
    expect((await dates.move(second, { time: '20:00' })).status).toBe(200);
    for (const email of [both, one]) await house.mails.waitFor(email, 2);
    expect(subjectsTo(house, both)).toEqual(['Einladung', 'Verschoben']);
    // Taken off the list of all, they can be invited to the one.
    await toAll.withdraw(invitee?.id ?? '');
    expect((await toOne.invite(both)).body.items.map(({ email }) => email)).toEqual([one, both]);
    await house.mails.waitFor(both, 4);
  });

  it('each gets one mail with an own link and an own entry, and sees nobody else (P4, P6)', async () => {
    const { status, body } = await invite([
      { name: 'Ada', email: 'ada@gast.example' },
      { email: 'ben@gast.example' },
    ]);
    expect(status).toBe(201);
    expect(body.items.map(({ email }) => email)).toEqual(['ada@gast.example', 'ben@gast.example']);
    const ada = await house.mails.waitFor('ada@gast.example');
    const ben = await house.mails.waitFor('ben@gast.example');
    expect(ada.recipients).toEqual(['ada@gast.example']);
    for (const mail of [ada, ben]) {
      expect(mail.source).not.toContain(group.label);
      expect(mail.email.subject).toContain('Online-Treffen');
    }
    expect(ada.source).not.toContain('ben@');
    const link = /https:\/\/haus\.example\/t\/[\w-]{32}/;
    const links = [ada, ben].map(({ email }) => link.exec(email.text ?? '')?.[0]);
    expect(new Set(links).size).toBe(2);
    expect(links.every((found) => found !== undefined)).toBe(true);

    const { calendar, event } = calendarOf(ada);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Berlin');
    expect(event.getAllProperties('attendee').map((attendee) => attendee.getFirstValue())).toEqual([
      'mailto:ada@gast.example',
    ]);
    expect(event.getFirstPropertyValue('summary')).toBe('Online-Treffen');
  });

  it('stores no link: only its hash stands in the database (P6)', async () => {
    await invite([{ email: 'hash@gast.example' }]);
    const { email } = await house.mails.waitFor('hash@gast.example');
    const token = /\/t\/([\w-]{32})/.exec(email.text ?? '')?.[1] ?? '';
    const [row] = await house.database.query<{ found: boolean }>(
      `SELECT link_hash = sha256($1::bytea) AS found FROM invitees WHERE email = 'hash@gast.example'`,
      [token],
    );
    expect(row?.found).toBe(true);
    const jobs = await house.database.query('SELECT 1 FROM pgboss.job WHERE data::text LIKE $1', [
      `%${token}%`,
    ]);
    expect(jobs).toEqual([]);
  });

  it('shows what became of each mail', async () => {
    house.mails.refusals.set('gone@gast.example', 550);
    house.mails.refusals.set('later@gast.example', 451);
    await invite(['good', 'gone', 'later'].map((name) => ({ email: `${name}@gast.example` })));
    await house.mails.waitFor('good@gast.example');
    await eventually(
      async () => (await list()).body.items.map(({ mail }) => mail),
      ['sent', 'undeliverable', 'retrying'],
    );
    expect((await list()).body.items[1]?.mailDetail).toContain('550');
  });

  it('names every bad address and invites nobody (400)', async () => {
    const { status, body } = await invite([
      { email: 'gut@gast.example' },
      { email: 'ohne-at' },
      { email: '"a@evil.example x"@good.example' },
      { email: 'b@x.example\r\nBcc: c@y.example' },
      { email: 'mıke@gast.example' },
    ]);
    expect(status).toBe(400);
    expect(body.code).toBe('badAddresses');
    expect(body.badAddresses?.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
    expect(body.badAddresses?.every(({ reason }) => reason.endsWith('.'))).toBe(true);
    expect((await list()).body.items).toEqual([]);
  });

  it('merges the same address, and invites nobody twice', async () => {
    await invite([{ email: 'Once@gast.example' }, { email: 'once@Gast.example' }]);
    await house.mails.waitFor('Once@gast.example');
    await invite([{ email: 'ONCE@gast.example' }]);
    expect((await list()).body.items).toHaveLength(1);
    const mails = await house.database.query(
      `SELECT 1 FROM mails m JOIN invitees i ON i.id = m.about WHERE i.email_key = 'once@gast.example'`,
    );
    expect(mails).toHaveLength(1);
  });

  it('invites at most sixty to a date, also in two goes', async () => {
    const many = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => ({ email: `${prefix}${index}@viele.example` }));
    expect((await invite(many(61, 'a'))).status).toBe(422);
    expect((await invite(many(40, 'b'))).status).toBe(201);
    const refused = await invite(many(21, 'c'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'tooManyInvitees' } });
    expect((await list()).body.items).toHaveLength(40);
  });

  it('cancelling tells everybody with the same calendar UID and a higher SEQUENCE (P4)', async () => {
    await invite([{ email: 'cal@gast.example' }]);
    const invitation = calendarOf(await house.mails.waitFor('cal@gast.example', 1));
    await house.http[0].delete(`/api/occurrences/${occurrenceId}`, { as: group.representative });
    const mail = await house.mails.waitFor('cal@gast.example', 2);
    const cancellation = calendarOf(mail);
    expect(mail.email.subject).toContain('Abgesagt');
    expect(mail.source).not.toContain(group.label);
    expect(cancellation.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(cancellation.event.getFirstPropertyValue('status')).toBe('CANCELLED');
    const uid = invitation.event.getFirstPropertyValue('uid');
    expect(cancellation.event.getFirstPropertyValue('uid')).toBe(uid);
    const sequences = [invitation, cancellation].map(({ event }) =>
      Number(event.getFirstPropertyValue('sequence')),
    );
    expect(sequences).toEqual([0, 1]);
    expect((await invite([{ email: 'zu-spaet@gast.example' }])).status).toBe(422);
  });

  it('racing a cancellation: whoever was answered 201 hears of the date and then that it is off', async () => {
    const [invited] = await Promise.all([
      Promise.all(
        Array.from({ length: 8 }, (_, index) => invite([{ email: `rennen${index}@gast.example` }])),
      ),
      house.http[0].delete(`/api/occurrences/${occurrenceId}`, { as: group.representative }),
    ]);
    const statuses = invited.map(({ status }) => status);
    expect(statuses.every((status) => status === 201 || status === 422)).toBe(true);
    const stored = await house.database.query('SELECT 1 FROM invitees WHERE occurrence_id = $1', [
      occurrenceId,
    ]);
    expect(stored).toHaveLength(statuses.filter((status) => status === 201).length);
    const settled = () =>
      house.database.query<{ kind: string; state: string }>(
        `SELECT m.kind, m.state FROM mails m JOIN invitees i ON i.id = m.about
         WHERE i.occurrence_id = $1 AND m.state IN ('sent', 'dropped')`,
        [occurrenceId],
      );
    await eventually(async () => (await settled()).length, 2 * stored.length);
    const sent = (kind: string) =>
      settled().then((mails) => mails.filter((mail) => mail.kind === kind && mail.state === 'sent'));
    expect((await sent('cancelledDate')).length).toBe((await sent('invitation')).length);
  });

  it('is not open to others (P6, P7)', async () => {
    const stranger = await aGroup(house);
    const own = house.http[0];
    expect((await own.get(path(), { as: stranger.representative })).status).toBe(404);
    expect((await invite([{ email: 'x@y.example' }], stranger.representative)).status).toBe(404);
    expect((await own.get(path(), { as: group.contactPoint.staff })).status).toBe(403);
    expect((await own.get(path())).status).toBe(401);
  });

  it('refuses a name that would break a mail header', async () => {
    const { status } = await invite([{ name: 'Ada\r\nBcc: x@y.example', email: 'ada@gast.example' }]);
    expect(status).toBe(400);
  });
});
