import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TwoCalendarClients } from '../../support/calendar-client.js';
import { datesOf, plannedIn, type Dates, type Reservation } from '../../support/dates.js';
import { calendarFileOf, inviteesOf, subjectsTo } from '../../support/invitees.js';
import { mailRows, mailsStand, reactionsAreDone } from '../../support/mail-rows.js';
import { aGroup, aPlace, aRoom, type Group, type RoomFacts } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const AT_SIX = 'Dienstag, 15. Dezember 2026, 18:00 bis 20:00 Uhr';
const AT_HALF_PAST_SIX = 'Dienstag, 15. Dezember 2026, 18:30 bis 20:30 Uhr';
const CALENDAR_TIME = /^DTSTART;TZID.*$/m;

describe('A date is left out while its series moves', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;
  let rooms: [RoomFacts, RoomFacts];
  let series: Reservation;

  beforeAll(async () => {
    house = await openStoryHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    const place = await aPlace(house);
    ({ group, rooms } = place);
    dates = datesOf(house, group);
    const repeat = { kind: 'weekly', interval: 1, count: 3 };
    series = (await dates.reserve({ roomId: rooms[0].id, repeat })).body;
    const others = datesOf(house, await aGroup(house, group.contactPoint));
    await others.reserve({ roomId: rooms[0].id, date: '2026-12-15', time: '20:15', minutes: 60 });
  });

  /** Half an hour later, and the second of three dates is not. */
  const move = (change: Record<string, unknown> = {}) =>
    dates.moveSeries(series.id, {
      time: '18:30',
      decisions: [{ date: '2026-12-15', choose: 'leaveOut' }],
      ...change,
    });
  const second = async () => (await dates.show(series.id)).body.occurrences[1];
  const secondId = () => series.occurrences[1]?.id ?? '';
  const takeUp = () => dates.takeUp(series.id, { date: '2026-12-15', roomId: rooms[1].id });

  it('stays in sight with its reason, at the time that it would have, and lets its room go', async () => {
    expect((await move()).status).toBe(200);
    const reason = 'Der Raum war zu dieser Zeit schon belegt.';
    expect(await second()).toMatchObject({ id: secondId(), state: 'leftOut', reason, time: '18:30' });
    expect(await second()).not.toHaveProperty('restorableUntil');
    expect(await dates.restore(secondId())).toMatchObject({ status: 422, body: { code: 'notCancelled' } });
    const anew = await dates.reserve({ roomId: rooms[0].id, date: '2026-12-15' });
    expect(anew.status).toBe(201);
  });

  it('is taken up again at any time, beside the others', async () => {
    await move();
    const { status, body } = await takeUp();
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: secondId(), state: 'planned', time: '18:30' });
    expect(body).not.toHaveProperty('reason');
    expect(plannedIn(await dates.show(series.id))).toEqual([
      '2026-12-08 18:30 Raum 1',
      '2026-12-15 18:30 Raum 2',
      '2026-12-22 18:30 Raum 1',
    ]);
  });

  it('moves along when the series moves again, and is then one that was left out, whatever was in its way before', async () => {
    await move();
    expect((await dates.moveSeries(series.id, { expectedParticipants: 5 })).status).toBe(200);
    expect(await second()).toMatchObject({ reason: 'Der Raum war zu dieser Zeit schon belegt.' });
    expect((await dates.moveSeries(series.id, { time: '17:00', minutes: 90 })).status).toBe(200);
    const reason = 'Diesen Termin haben Sie ausgelassen.';
    expect(await second()).toMatchObject({ state: 'leftOut', time: '17:00', minutes: 90, reason });
  });

  describe('in a room that the group is not shown any more', () => {
    let hall: RoomFacts;
    beforeEach(async () => {
      await allowInformation(true);
      hall = await aRoom(house, {
        contact_point_id: group.contactPoint.id,
        ...{ name: 'Saal', kind: 'information', seats: 50 },
      });
      const repeat = { kind: 'weekly', interval: 1, count: 3, skip: ['2027-01-12'] };
      series = (await dates.reserve({ roomId: hall.id, date: '2027-01-05', repeat })).body;
      for (const place of [0, 2])
        await dates.move(series.occurrences[place]?.id ?? '', { roomId: rooms[0].id });
      await allowInformation(false);
    });

    const allowInformation = async (allowsInformation: boolean) => {
      const { slug, staff } = group.contactPoint;
      const settings = `/api/contact-points/${slug}/settings`;
      const answer = await house.http[0].send('PATCH', settings, {
        as: staff,
        body: { rules: { allowsInformation } },
      });
      expect(answer.status).toBe(200);
    };
    const again = (roomId?: string) => dates.takeUp(series.id, { date: '2027-01-12', roomId });

    it('moves along all the same, and takes no other date there', async () => {
      const there = await dates.moveSeries(series.id, { roomId: hall.id });
      expect([there.status, there.body.code]).toEqual([404, 'notFound']);
      const other = { choose: 'otherRoom', roomId: rooms[1].id };
      const decisions = ['2027-01-05', '2027-01-19'].map((date) => ({ date, ...other }));
      const stranger = await aRoom(house, { contact_point_id: (await aPlace(house)).group.contactPoint.id });
      expect((await dates.moveSeries(series.id, { roomId: stranger.id, decisions })).status).toBe(404);
      expect((await dates.moveSeries(series.id, { time: '19:00' })).status).toBe(200);
      expect(await second()).toMatchObject({ state: 'leftOut', time: '19:00', room: { name: 'Saal' } });
      expect(plannedIn(await dates.show(series.id))).toEqual([
        '2027-01-05 19:00 Raum 1',
        '2027-01-19 19:00 Raum 1',
      ]);
    });

    it('is told which room there is instead when it is taken up', async () => {
      const { status, body } = await again();
      const [clash] = body.dates ?? [];
      expect([status, body.code, clash?.verdict]).toEqual([409, 'roomAlreadyTaken', 'closed']);
      expect(body.detail).toBe('Dieser Raum ist zu dieser Zeit geschlossen.');
      expect(clash?.alternatives).toHaveLength(1);
      expect(await again(clash?.alternatives[0]?.roomId)).toMatchObject({
        status: 201,
        body: { state: 'planned' },
      });
    });
  });

  it('nobody is left: a series of which every date is left out is refused, and stays', async () => {
    const all = series.occurrences.map(({ date }) => ({ date, choose: 'leaveOut' }));
    const { status, body } = await move({ decisions: all });
    expect([status, body.code]).toEqual([422, 'noneMoves']);
    expect(body.detail).toContain('oder sagen Sie die Termine ab');
    expect(plannedIn(await dates.show(series.id))).toHaveLength(3);
  });

  describe('and who is invited to that date', () => {
    const email = () => `rosa@${group.id.slice(-12)}.example`;
    const lettersTo = () => house.mails.to(email()).map((mail) => mail.email.text ?? '');
    const invite = async () => {
      await inviteesOf(house, group, `/api/occurrences/${secondId()}`).invite(email());
      await house.mails.waitFor(email());
    };
    const until = (expected: string[]) =>
      mailsStand(
        house,
        async () =>
          (await mailRows(house.database, email().split('@')[1] ?? '')).map(
            ({ kind, state }) => `${kind} ${state}`,
          ),
        expected,
      );

    it('hears the time that they know, and the new one when it is taken up again', async () => {
      await invite();
      await move();
      await house.mails.waitFor(email(), 2);
      expect(lettersTo()[1]).toContain(AT_SIX);
      expect(lettersTo()[1]).not.toContain('18:30');
      await takeUp();
      await house.mails.waitFor(email(), 3);
      expect(subjectsTo(house, email())).toEqual(['Einladung', 'Abgesagt', 'Findet doch statt']);
      expect(lettersTo()[2]).toContain(AT_HALF_PAST_SIX);
      expect(lettersTo()[2]).toContain(`Die Zeit ist neu. Bisher: ${AT_SIX}`);
      const [asked, off, on] = house.mails
        .to(email())
        .map((mail) => calendarFileOf(mail).match(CALENDAR_TIME)?.[0]);
      expect(off).toBe(asked);
      expect(on).not.toBe(asked);
    });

    it('hears of the new time alone when nothing had left before', async () => {
      await invite();
      house.mails.refusals.set(email(), 451);
      await move();
      await until(['invitation sent', 'cancelledDate retrying']);
      await takeUp();
      house.mails.refusals.delete(email());
      await until(['invitation sent', 'cancelledDate dropped', 'restoredDate sent']);
      expect(subjectsTo(house, email())).toEqual(['Einladung', 'Verschoben']);
      expect(lettersTo()[1]).toContain(`Neu: ${AT_HALF_PAST_SIX}\nBisher: ${AT_SIX}`);
    });

    it('is invited to the new time alone when not even the invitation had left', async () => {
      house.mails.refusals.set(email(), 451);
      await inviteesOf(house, group, `/api/occurrences/${secondId()}`).invite(email());
      await until(['invitation retrying']);
      house.mails.keepSilent();
      await move();
      await reactionsAreDone(house);
      await takeUp();
      await reactionsAreDone(house);
      house.mails.refusals.delete(email());
      house.mails.greet();
      await until(['invitation dropped', 'cancelledDate dropped', 'restoredDate dropped', 'invitation sent']);
      expect(subjectsTo(house, email())).toEqual(['Einladung']);
      expect(lettersTo()[0]).toContain(AT_HALF_PAST_SIX);
    });
  });

  describe('and who is invited to the series', () => {
    const email = () => `karl@${group.id.slice(-12)}.example`;
    const letters = () => house.mails.to(email()).map((mail) => mail.email.text ?? '');
    let client: TwoCalendarClients;

    beforeEach(async () => {
      client = new TwoCalendarClients();
      await inviteesOf(house, group, `/api/reservations/${series.id}`).invite(email());
    });

    /** What a calendar shows that took so many mails. */
    async function shownAfter(mails: number): Promise<string[]> {
      await house.mails.waitFor(email(), mails);
      for (const mail of house.mails.to(email()).slice(client.received.length))
        client.receive(calendarFileOf(mail));
      return client.shown().map((date) => date.slice(0, 16));
    }

    it('hears of all dates in one mail, and of them again with the one that is taken up', async () => {
      expect(await shownAfter(1)).toHaveLength(3);
      await move();
      expect(await shownAfter(2)).toEqual(['2026-12-08T17:30', '2026-12-22T17:30']);
      expect(letters()[1]).toContain(`Dieser Termin fällt aus:\n${AT_SIX}\n`);
      await takeUp();
      expect(await shownAfter(3)).toEqual(['2026-12-08T17:30', '2026-12-15T17:30', '2026-12-22T17:30']);
      expect(letters()[2]).toContain(`Dieser Termin findet jetzt auch statt:\n${AT_HALF_PAST_SIX}\n`);
      expect(letters()[2]).not.toContain('fällt aus');
      expect(subjectsTo(house, email())).toEqual(['Einladung', 'Geändert', 'Geändert']);
    });

    it('hears of that date alone, by the time that they know, where nothing else changes for them', async () => {
      expect(await shownAfter(1)).toHaveLength(3);
      const stay = ['2026-12-08', '2026-12-22'].map((date) => ({ date, choose: 'otherTime', time: '18:00' }));
      const leave = { date: '2026-12-15', choose: 'leaveOut' };
      expect((await move({ decisions: [...stay, leave] })).status).toBe(200);
      expect(await shownAfter(2)).toEqual(['2026-12-08T17:00', '2026-12-22T17:00']);
      expect(subjectsTo(house, email())).toEqual(['Einladung', 'Abgesagt']);
      expect(house.mails.to(email())[1]?.email.text).toContain(AT_SIX);
      await takeUp();
      expect(await shownAfter(3)).toEqual(['2026-12-08T17:00', '2026-12-15T17:30', '2026-12-22T17:00']);
      const text = house.mails.to(email())[2]?.email.text;
      expect(text).toContain(AT_HALF_PAST_SIX);
      expect(text).toContain(`Bisher: ${AT_SIX}`);
    });
  });
});
