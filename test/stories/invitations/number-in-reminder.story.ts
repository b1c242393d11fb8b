import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { datesOf, type Dates } from '../../support/dates.js';
import { invitedBy, type Invited } from '../../support/invited.js';
import { subjectsTo } from '../../support/invitees.js';
import { meetingOf } from '../../support/jitsi-side.js';
import { mailsStand, reactionsAreDone, stayIn, turnBack } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { addServer, newestTo, showInMails } from '../../support/telephone.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';
const [OLD, NEW] = ['+49 231 1111111', '+49 30 2222222'];
const WEEKLY = { repeat: { kind: 'weekly', interval: 1, count: 2 } };

let house: StoryHouse;
let group: Group;
let dates: Dates;
/** Of the first date; each story has weeks of its own. */
let day = Temporal.PlainDate.from('2026-11-24');

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_DIAL_IN: `DE ${OLD}`, JITSI_CAPACITY: '10' } });
  await addServer(house, 'zwei', NEW);
  ({ group } = await aPlace(house));
  dates = datesOf(house, group);
  await showInMails(house, group);
  await stayIn(house.database);
});
afterAll(() => house.close());
beforeEach(async () => {
  await turnBack(house, MORNING);
  day = day.add({ weeks: 2 });
});

const open = (slug: string, isOpen: boolean) =>
  house.database.query('UPDATE meeting_servers SET is_open = $2 WHERE slug = $1', [slug, isOpen]);
const toDayBefore = () => house.clock.moveTo(`${day.subtract({ days: 1 }).toString()}T11:00`);
const remind = () => wake(house, 'remind-invitees');
const tellOfNumbers = () => wake(house, 'tell-of-numbers');
const pinOf = async (id: string) => String((await meetingOf(house, id))?.pin);

type Guest = Omit<Invited, 'group'>;

/** Somebody invited to a series whose first date, of eight people, is on the first server; on the day before. */
async function ofSeries(): Promise<Guest> {
  await open('zwei', false);
  const date = day.toString();
  const one = await invitedBy(house, group, { date, expectedParticipants: 8, ...WEEKLY });
  await open('zwei', true);
  toDayBefore();
  return one;
}

/** Who has also been told of the date, by a reminder. */
async function reminded(): Promise<Guest> {
  const one = await ofSeries();
  await remind();
  expect(subjectsTo(house, one.email)).toEqual(['Einladung', 'Erinnerung']);
  expect(house.mails.to(one.email).at(-1)?.email.text).toContain(OLD);
  return one;
}

/** With so many people the first server carries the date no longer. */
const grow = async (id: string) =>
  expect((await dates.move(id, { expectedParticipants: 12 })).status).toBe(200);
/** A representative presses "Zugang zum Videoraum erneuern". */
async function changeRoom(id: string): Promise<void> {
  const path = `/api/occurrences/${id}/change-room`;
  expect((await house.http[0].post(path, { as: group.representative })).status).toBe(200);
  await reactionsAreDone(house);
}

const mailsOf = async (email: string) => {
  const rows = await house.database.query<{ mail: string }>(
    `SELECT m.kind || ' ' || m.state AS mail FROM mails m JOIN invitees i ON i.id = m.about
     WHERE i.email = $1 ORDER BY m.created_at, m.id OFFSET 2`,
    [email],
  );
  return rows.map(({ mail }) => mail);
};
/** Behind invitation and reminder. */
const until = (email: string, expected: string[]) => mailsStand(house, () => mailsOf(email), expected);

describe('Who is invited to a series and was reminded of a date', () => {
  it('is told once when it goes to a server with another number, and the calendar is left alone', async () => {
    const { email, link, occurrenceId } = await reminded();
    await grow(occurrenceId);
    await tellOfNumbers();
    await tellOfNumbers();
    await remind();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Erinnerung', 'Neues zum Telefon']);
    const { subject, text = '', attachments } = house.mails.to(email).at(-1)?.email ?? {};
    expect(text).toContain('Die Telefonnummer ist neu.');
    expect(text).toContain(NEW);
    expect(text).not.toContain(OLD);
    expect(text.replaceAll(' ', '')).toContain(`PIN:${await pinOf(occurrenceId)}`);
    expect(text).toContain(link);
    expect(text).not.toMatch(/Anhang|Kalender/);
    expect(attachments).toEqual([]);
    expect(subject).not.toContain(group.label);
  });

  it('is told at once when it gets another PIN, each time', async () => {
    const { email, occurrenceId } = await reminded();
    for (const count of [1, 2]) {
      await changeRoom(occurrenceId);
      await mailsAreOut(house);
      expect(subjectsTo(house, email)).toHaveLength(2 + count);
      const { text = '' } = house.mails.to(email).at(-1)?.email ?? {};
      expect(text).toContain('Die PIN ist neu.');
      expect(text.replaceAll(' ', '')).toContain(`PIN:${await pinOf(occurrenceId)}`);
    }
  });

  it('is told once what holds then, when it changes twice while the mail server is away', async () => {
    const { email, occurrenceId } = await reminded();
    house.mails.refusals.set(email, 451);
    await changeRoom(occurrenceId);
    await until(email, ['renumberedReminder retrying']);
    await changeRoom(occurrenceId);
    house.mails.refusals.delete(email);
    await until(email, ['renumberedReminder dropped', 'renumberedReminder sent']);
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Erinnerung', 'Neues zum Telefon']);
    const { text = '' } = house.mails.to(email).at(-1)?.email ?? {};
    expect(text.replaceAll(' ', '')).toContain(`PIN:${await pinOf(occurrenceId)}`);
  });

  it('is told when a cancellation is taken back onto a server with another number', async () => {
    const { email, occurrenceId } = await reminded();
    await dates.cancel(occurrenceId);
    await house.mails.waitFor(email, 3);
    await open('demo', false);
    await dates.restore(occurrenceId);
    await open('demo', true);
    await mailsAreOut(house);
    expect(subjectsTo(house, email).slice(2)).toEqual(['Abgesagt', 'Findet doch statt', 'Neues zum Telefon']);
    expect(house.mails.to(email).at(-1)?.email.text).toContain(NEW);
  });

  it('hears nothing of numbers when the date comes back as it was', async () => {
    const { email, occurrenceId } = await reminded();
    await dates.cancel(occurrenceId);
    await house.mails.waitFor(email, 3);
    await dates.restore(occurrenceId);
    await mailsAreOut(house);
    expect(subjectsTo(house, email).slice(2)).toEqual(['Abgesagt', 'Findet doch statt']);
  });

  it('hears of a cancellation instead', async () => {
    const { email, occurrenceId } = await reminded();
    house.mails.refusals.set(email, 451);
    await changeRoom(occurrenceId);
    await until(email, ['renumberedReminder retrying']);
    await dates.cancel(occurrenceId);
    house.mails.refusals.delete(email);
    await until(email, ['renumberedReminder dropped', 'cancelledDate sent']);
  });

  it('hears of another time instead, and is reminded again with what holds', async () => {
    const { email, occurrenceId } = await reminded();
    house.mails.refusals.set(email, 451);
    await changeRoom(occurrenceId);
    await until(email, ['renumberedReminder retrying']);
    await dates.move(occurrenceId, { time: '19:30' });
    house.mails.refusals.delete(email);
    await until(email, ['renumberedReminder dropped', 'movedDate sent']);
    await remind();
    expect(subjectsTo(house, email).slice(2)).toEqual(['Verschoben', 'Erinnerung']);
    const { text = '' } = house.mails.to(email).at(-1)?.email ?? {};
    expect(text.replaceAll(' ', '')).toContain(`PIN:${await pinOf(occurrenceId)}`);
  });

  it('hears nothing once the date has begun', async () => {
    const { email, occurrenceId } = await reminded();
    house.mails.refusals.set(email, 451);
    await changeRoom(occurrenceId);
    await until(email, ['renumberedReminder retrying']);
    house.clock.moveTo(`${day.toString()}T18:00`);
    house.mails.refusals.delete(email);
    await until(email, ['renumberedReminder dropped']);
  });
});

describe('Nobody hears of numbers', () => {
  it('before the reminder, which tells the new ones', async () => {
    const { email, occurrenceId } = await ofSeries();
    await grow(occurrenceId);
    await tellOfNumbers();
    await remind();
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Erinnerung']);
    expect(house.mails.to(email).at(-1)?.email.text).toContain(NEW);
  });

  it('while the reminder waits, which tells the new ones', async () => {
    const { email, occurrenceId } = await ofSeries();
    house.mails.refusals.set(email, 451);
    await remind();
    await changeRoom(occurrenceId);
    house.mails.refusals.delete(email);
    await mailsStand(house, () => Promise.resolve(subjectsTo(house, email)), ['Einladung', 'Erinnerung']);
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Erinnerung']);
    const { text = '' } = house.mails.to(email).at(-1)?.email ?? {};
    expect(text.replaceAll(' ', '')).toContain(`PIN:${await pinOf(occurrenceId)}`);
  });

  it('who was taken off the list', async () => {
    const { email, list, occurrenceId } = await reminded();
    const as = group.representative;
    const { body } = await house.http[0].get<{ items: { id: string }[] }>(list, { as });
    await house.http[0].delete(`${list}/${body.items[0]?.id ?? ''}`, { as });
    await house.mails.waitFor(email, 3);
    await changeRoom(occurrenceId);
    await mailsAreOut(house);
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Erinnerung', 'Einladung zurückgezogen']);
  });

  it('twice, who is invited to the date by itself as well', async () => {
    const { body } = await dates.reserve({ date: day.toString(), expectedParticipants: 8, ...WEEKLY });
    const as = group.representative;
    const invitees = [{ email: 'doppelt@gast.example' }];
    for (const to of [`occurrences/${body.occurrences[0].id}`, `reservations/${body.id}`])
      await house.http[0].post(`/api/${to}/invitees`, { as, body: { invitees } });
    await house.mails.waitFor('doppelt@gast.example', 2);
    toDayBefore();
    await remind();
    await changeRoom(body.occurrences[0].id);
    await mailsAreOut(house);
    expect(subjectsTo(house, 'doppelt@gast.example').slice(2)).toEqual(['Erinnerung', 'Neues zum Telefon']);
    expect(newestTo(house, 'doppelt@gast.example').entry).toContain('PIN');
  });
});
