import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TwoCalendarClients } from '../../support/calendar-client.js';
import { datesOf, type Dates, type Reservation } from '../../support/dates.js';
import { expectFile } from '../../support/expected-file.js';
import { calendarFileOf, inviteesOf, linkIn } from '../../support/invitees.js';
import type { SunkMail } from '../../support/mail-sink.js';
import { stayIn } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

/** Each 2nd Tuesday of the month, not in July and August. */
const YEAR = { kind: 'monthly', nth: [2], weekday: 'TU', count: 12, skip: ['2027-07-13', '2027-08-10'] };

describe('A year of a group (P3, P4, P6)', () => {
  let house: StoryHouse;
  let group: Group;
  let dates: Dates;
  let series: Reservation;
  const people = { ada: new TwoCalendarClients(), ben: new TwoCalendarClients() };
  type Name = keyof typeof people;
  const taken: Record<Name, { at: string; mail: SunkMail }[]> = { ada: [], ben: [] };

  beforeAll(async () => {
    house = await openStoryHouse({ startsAt: '2026-12-15T10:00' });
    ({ group } = await aPlace(house));
    dates = datesOf(house, group);
    await stayIn(house.database);
    await house.database.query(`UPDATE groups SET reminders = '{}'`);
  });
  afterAll(() => house.close());

  const emailOf = (name: Name) => `${name}@jahr.example`;
  const invite = (name: Name) =>
    inviteesOf(house, group, `/api/reservations/${series.id}`).invite({ name, email: emailOf(name) });
  const idOn = (day: string) => series.occurrences.find(({ date }) => date === day)?.id ?? '';

  /** One more mail has come to each of these, and their calendars show what is planned and still to come. */
  async function mailsCame(at: string, ...names: Name[]): Promise<void> {
    for (const name of names) {
      const mail = await house.mails.waitFor(emailOf(name), taken[name].length + 1);
      taken[name].push({ at, mail });
      people[name].receive(calendarFileOf(mail));
    }
    const { body } = await dates.show(series.id);
    const ahead = body.occurrences
      .filter(({ state, startsAt }) => state === 'planned' && startsAt > house.clock.now().toString())
      .map(({ startsAt }) => startsAt)
      .sort();
    for (const name of ['ada', 'ben'] as const) {
      if (taken[name].length === 0) continue;
      const shown = people[name].shown().filter((date) => date > house.clock.now().toString());
      expect(shown.map((date) => date.split(' ')[0])).toEqual(ahead);
    }
  }

  const later = (wallTime: string) => {
    house.clock.moveTo(wallTime);
    return wallTime;
  };

  it('is told to everybody as it happens', async () => {
    ({ body: series } = await dates.reserve({
      date: '2027-01-12',
      time: '19:00',
      minutes: 90,
      repeat: YEAR,
    }));
    expect(series.occurrences.filter(({ state }) => state === 'planned')).toHaveLength(10);
    await invite('ada');
    await mailsCame(later('2026-12-15T10:00'), 'ada');

    const february = later('2027-02-20T10:00');
    expect((await dates.move(idOn('2027-03-09'), { date: '2027-03-11' })).status).toBe(200);
    await mailsCame(february, 'ada');

    const april = later('2027-04-20T10:00');
    await invite('ben');
    await mailsCame(april, 'ben');
    expect((await dates.cancel(idOn('2027-05-11'))).status).toBe(200);
    await mailsCame(april, 'ada', 'ben');

    const summer = later('2027-07-20T10:00');
    expect((await dates.takeUp(series.id, { date: '2027-08-10' })).status).toBe(201);
    await mailsCame(summer, 'ada', 'ben');

    const september = later('2027-09-20T10:00');
    expect((await dates.move(idOn('2027-10-12'), { time: '18:30' })).status).toBe(200);
    await mailsCame(september, 'ada', 'ben');

    const november = later('2027-11-01T10:00');
    expect((await dates.cancelSeries(series.id)).status).toBe(200);
    await mailsCame(november, 'ada', 'ben');
    expect(people.ben.shown()).toEqual([]);
    for (const name of ['ada', 'ben'] as const) {
      const path = linkIn(taken[name][0]?.mail ?? (undefined as never));
      expect((await house.http[0].raw(path)).status).toBe(410);
    }
  });

  it.each(['ada', 'ben'] as const)(
    '%s has got what people have read and approved (test/mails/year/)',
    (name) => {
      const mails = taken[name].map(({ at, mail }) => {
        const text = (mail.email.text ?? '')
          .replaceAll(/\/t\/[\w-]+/g, '/t/…')
          .replaceAll(/stadt-\d+/g, 'stadt');
        return `${at.replace('T', ' ')}  ${mail.email.subject ?? ''}\n\n${text.trim()}\n`;
      });
      expectFile(`test/mails/year/${name}.txt`, mails.join('\n========\n\n'));
      expectFile(`test/mails/year/${name}.ics.txt`, taken[name].map(entriesIn).join('\n========\n\n'));
    },
  );

  it('each hears under one UID with a rising SEQUENCE, and no mail says more than it should', () => {
    for (const name of ['ada', 'ben'] as const) {
      const sequences = people[name].received.map(({ sequence }) => sequence);
      expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
      expect(new Set(people[name].received.map(({ uid }) => uid)).size).toBe(1);
      for (const { mail } of taken[name]) {
        expect(mail.recipients).toEqual([emailOf(name)]);
        expect(mail.source).not.toMatch(new RegExp(group.label));
      }
    }
  });
});

/** The entries of a file, unfolded, what is different each time left out. */
function entriesIn({ at, mail }: { at: string; mail: SunkMail }): string {
  const file = calendarFileOf(mail).replaceAll('\r\n ', '').replaceAll('\r\n', '\n');
  const method = /^METHOD:.*$/m.exec(file)?.[0] ?? '';
  const entries = file
    .slice(file.indexOf('BEGIN:VEVENT'), file.indexOf('END:VCALENDAR'))
    .replaceAll(/^UID:.*$/gm, 'UID:…@haus.example')
    .replaceAll(/\/t\/[\w-]+/g, '/t/…');
  return `${at.replace('T', ' ')}  ${method}\n${entries}`;
}
