import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TwoCalendarClients } from '../../support/calendar-client.js';
import { mailsAreOut } from '../../support/clockwork.js';
import { datesOf, type Dates, type Reservation, type Wish } from '../../support/dates.js';
import { calendarFileOf, inviteesOf, linkIn, subjectsTo } from '../../support/invitees.js';
import { stayIn, turnBack } from '../../support/mail-rows.js';
import { aGroup, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const WEEKLY = { kind: 'weekly', interval: 1, count: 6 };

describe('Somebody is invited to a whole series (P3, P4)', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;

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

  /** A weekly series of six, one invitee who has the invitation, and their calendar. */
  async function anInvitedSeries(name: string, wish: Wish = {}) {
    const { body } = await dates.reserve({ minutes: 60, repeat: WEEKLY, ...wish });
    const email = `rosa-${name}@serie.example`;
    const invitees = inviteesOf(house, group, `/api/reservations/${body.id}`);
    const { status, body: invited } = await invitees.invite(email);
    expect(status).toBe(201);
    const client = new TwoCalendarClients();
    let read = 0;
    /** Waits until so many mails are there in all, and lets the calendar take them. */
    const takeMails = async (count: number) => {
      await house.mails.waitFor(email, count);
      for (const mail of house.mails.to(email).slice(read)) client.receive(calendarFileOf(mail));
      read = house.mails.to(email).length;
      expect(read).toBe(count);
      expect(client.shown()).toEqual(await planned(body.id));
    };
    await takeMails(1);
    return { id: body.id, body, email, invitees, client, takeMails, inviteeId: invited.items[0]?.id ?? '' };
  }

  async function planned(id: string): Promise<string[]> {
    const { body } = await dates.show(id);
    return body.occurrences
      .filter(({ state }) => state === 'planned')
      .map(({ startsAt, minutes }) => {
        const start = Temporal.Instant.from(startsAt);
        return `${start.toString()} ${start.add({ minutes }).toString()}`;
      })
      .sort();
  }

  const idAt = ({ occurrences }: Reservation, index: number) => occurrences[index]?.id ?? '';
  const mailsTo = (email: string) => house.mails.to(email);

  it('one mail with all dates in words, one entry in the calendar, one link (P6)', async () => {
    const { email, client, body } = await anInvitedSeries('one', { date: '2026-12-08' });
    const [mail] = mailsTo(email);
    expect(mailsTo(email)).toHaveLength(1);
    expect(mail?.email.subject).toMatch(/^Einladung: Online-Treffen/);
    expect(mail?.email.text?.match(/\d{1,2}\. \w+ 20\d\d, 18:00 bis 19:00 Uhr/g)).toHaveLength(6);
    expect(mail?.source).not.toContain(group.label);
    expect(client.shown()).toHaveLength(6);
    const file = calendarFileOf(mail ?? (undefined as never));
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(file).toContain('RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO;COUNT=6');
    expect(file).toContain('CLASS:PRIVATE');
    expect(file.replaceAll('\r\n ', '')).toContain(linkIn(mail ?? (undefined as never)));
    expect(client.received[0]).toMatchObject({ method: 'REQUEST', sequence: 0 });
    expect(body.occurrences).toHaveLength(6);
  });

  it('brought back but for one date it is told in one mail', async () => {
    const { id, body, email, client, takeMails } = await anInvitedSeries('but-one');
    await dates.cancelSeries(id);
    await takeMails(2);
    const { date, seriesDate } = body.occurrences[0];
    expect((await dates.restoreSeries(id, { leaveOut: [{ date, seriesDate }] })).status).toBe(200);
    await takeMails(3);
    await mailsAreOut(house);
    expect(subjectsTo(house, email)).toHaveLength(3);
    expect(client.shown()).toHaveLength(5);
  });

  it('invite, move one, cancel one, bring it back, move all, cancel all: the calendar agrees each time', async () => {
    const { id, body, email, client, takeMails } = await anInvitedSeries('round');
    expect((await dates.move(idAt(body, 1), { time: '22:00' })).status).toBe(200);
    await takeMails(2);
    expect((await dates.cancel(idAt(body, 3))).status).toBe(200);
    await takeMails(3);
    expect((await dates.restore(idAt(body, 3))).status).toBe(200);
    await takeMails(4);
    expect((await dates.moveSeries(id, { time: '21:00' })).status).toBe(200);
    await takeMails(5);
    expect((await dates.move(idAt(body, 2), { date: '2026-12-23' })).status).toBe(200);
    await takeMails(6);
    expect((await dates.cancelSeries(id)).status).toBe(200);
    await takeMails(7);
    expect(client.shown()).toEqual([]);
    expect((await dates.restoreSeries(id)).status).toBe(200);
    await takeMails(8);
    expect(client.shown()).toHaveLength(6);
    const started = ['Einladung', 'Verschoben', 'Abgesagt', 'Findet doch statt', 'Geändert'];
    expect(subjectsTo(house, email)).toEqual([...started, 'Verschoben', 'Abgesagt', 'Findet doch statt']);
    const { received } = client;
    expect(new Set(received.map(({ uid }) => uid)).size).toBe(1);
    const sequences = received.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    expect(received.map(({ method, replaces }) => `${method}${replaces ? ' of one' : ''}`)).toEqual([
      'REQUEST',
      'REQUEST of one',
      'CANCEL of one',
      'REQUEST of one',
      'REQUEST',
      'REQUEST of one',
      'CANCEL',
      'REQUEST',
    ]);
    expect(new Set(mailsTo(email).flatMap((mail) => linkIn(mail) || [])).size).toBe(1);
  });

  it('the mail about one date names the old time and the new one', async () => {
    const { body, email, takeMails } = await anInvitedSeries('before');
    await dates.move(idAt(body, 1), { time: '21:30' });
    await takeMails(2);
    const text = mailsTo(email)[1]?.email.text ?? '';
    expect(text).toContain('Dienstag, 15. Dezember 2026, 21:30 bis 22:30 Uhr');
    expect(text).toContain('Dienstag, 15. Dezember 2026, 18:00 bis 19:00 Uhr');
  });

  it('a date taken up again comes into the calendar, and into the mail', async () => {
    const repeat = { ...WEEKLY, skip: ['2026-12-22'] };
    const { id, client, takeMails } = await anInvitedSeries('up', { repeat });
    expect(client.shown()).toHaveLength(5);
    expect((await dates.takeUp(id, { date: '2026-12-22' })).status).toBe(201);
    await takeMails(2);
    expect(client.shown()).toHaveLength(6);
  });

  it('this and following: one mail, whether they move or are called off', async () => {
    const { id, body, takeMails } = await anInvitedSeries('rest');
    expect((await dates.moveSeries(id, { time: '21:00', minutes: 90 }, { from: idAt(body, 2) })).status).toBe(
      200,
    );
    await takeMails(2);
    expect((await dates.cancelSeries(id, { from: idAt(body, 4) })).status).toBe(200);
    await takeMails(3);
    expect((await dates.cancelSeries(id)).status).toBe(200);
    await takeMails(4);
  });

  it.each([
    ['each 1st and 3rd Thursday', { kind: 'monthly', nth: [1, 3], weekday: 'TH', count: 8 }],
    ['each last Monday', { kind: 'monthly', nth: ['last'], weekday: 'MO', count: 6 }],
    ['each 5th Friday', { kind: 'monthly', nth: [5], weekday: 'FR', count: 3 }],
  ])('also %s', async (name, repeat) => {
    const date = '2026-12-03';
    const { id, client, takeMails } = await anInvitedSeries(name.replaceAll(' ', ''), { date, repeat });
    expect(client.shown()).toHaveLength(repeat.count);
    expect((await dates.moveSeries(id, { time: '21:45' })).status).toBe(200);
    await takeMails(2);
  });

  it('the link leads to the next date, then to the one after, and says when all is over', async () => {
    const { email } = await anInvitedSeries('link', { repeat: { ...WEEKLY, count: 2 } });
    const path = linkIn(mailsTo(email)[0] ?? (undefined as never));
    const page = async () => (await house.http[0].raw(path)).text;
    expect(await page()).toContain('8. Dezember 2026');
    house.clock.moveTo('2026-12-08T23:30');
    expect(await page()).toContain('15. Dezember 2026');
    house.clock.moveTo('2026-12-15T23:30');
    expect((await house.http[0].raw(path)).status).toBe(410);
    expect(await page()).toContain('vorbei');
    house.clock.moveTo('2026-12-01T10:00');
    const file = await house.http[0].raw(`${path}/termin.ics`);
    expect(file.text).toContain('METHOD:PUBLISH');
    expect(file.text).toContain('COUNT=2');
    expect(file.text).not.toContain('ATTENDEE');
  });

  it('and somebody else to one date of it: each hears what is theirs', async () => {
    const { body, email, takeMails } = await anInvitedSeries('both');
    const alone = 'karl-both@serie.example';
    await inviteesOf(house, group, `/api/occurrences/${idAt(body, 1)}`).invite(alone);
    await house.mails.waitFor(alone);
    await dates.cancel(idAt(body, 2));
    await takeMails(2);
    await dates.cancel(idAt(body, 1));
    await takeMails(3);
    await house.mails.waitFor(alone, 2);
    expect(subjectsTo(house, alone)).toEqual(['Einladung', 'Abgesagt']);
    expect(mailsTo(email)).toHaveLength(3);
  });

  it('who is invited later begins with what is still to come', async () => {
    const { id, body, invitees } = await anInvitedSeries('later');
    await dates.cancel(idAt(body, 3));
    house.clock.moveTo('2026-12-16T09:00');
    const email = 'spaet@serie.example';
    expect((await invitees.invite(email)).status).toBe(201);
    const client = new TwoCalendarClients();
    client.receive(calendarFileOf(await house.mails.waitFor(email)));
    const ahead = (await planned(id)).filter((date) => date > '2026-12-16');
    expect(client.shown()).toEqual(ahead);
    expect(ahead).toHaveLength(3);
  });

  it('refuses: strangers, a group whose access rests, a series that is off (P7)', async () => {
    const { body } = await dates.reserve({ repeat: WEEKLY });
    const invitees = inviteesOf(house, group, `/api/reservations/${body.id}`);
    const stranger = await aGroup(house);
    const foreign = inviteesOf(house, stranger, `/api/reservations/${body.id}`);
    expect((await foreign.invite('x@serie.example')).status).toBe(404);
    expect((await foreign.preview()).status).toBe(404);
    const [http] = house.http;
    expect((await http.get(invitees.path, { as: group.contactPoint.staff })).status).toBe(403);
    expect((await http.get(invitees.path)).status).toBe(401);
    const change = (action: string) =>
      http.post(`/api/groups/${group.id}/${action}`, { as: group.contactPoint.staff });
    await change('pause');
    expect(await invitees.invite('x@serie.example')).toMatchObject({
      status: 403,
      body: { code: 'accessRests' },
    });
    await change('resume');
    await dates.cancelSeries(body.id);
    expect(await invitees.invite('x@serie.example')).toMatchObject({ status: 422 });
    expect(await invitees.list()).toEqual([]);
  });

  it('a reservation of one date has one list, whichever way it is asked for', async () => {
    const { body } = await dates.reserve({ date: '2027-03-02' });
    const email = 'eins@serie.example';
    await inviteesOf(house, group, `/api/reservations/${body.id}`).invite(email);
    const list = await inviteesOf(house, group, `/api/occurrences/${idAt(body, 0)}`).list();
    expect(list.map((invitee) => invitee.email)).toEqual([email]);
    const file = calendarFileOf(await house.mails.waitFor(email));
    expect(file).not.toContain('RRULE:FREQ=WEEKLY');
  });
});
