import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wake } from '../../support/clockwork.js';
import { datesOf, type Dates } from '../../support/dates.js';
import { invitedBy, type Invited } from '../../support/invited.js';
import { subjectsTo } from '../../support/invitees.js';
import { jitsiOf, meetingOf } from '../../support/jitsi-side.js';
import { mailsStand } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { addServer, dialInOf, newestTo, showInMails } from '../../support/telephone.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const MORNING = '2026-12-01T09:00';
const [OLD, NEW] = ['+49 231 1111111', '+49 30 2222222'];
const WEEKLY = { repeat: { kind: 'weekly', interval: 1, count: 2 } };

let house: StoryHouse;
let group: Group;
let dates: Dates;
let day = 7;

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_DIAL_IN: `DE ${OLD}`, JITSI_CAPACITY: '10' } });
  await addServer(house, 'zwei', NEW);
  ({ group } = await aPlace(house));
  dates = datesOf(house, group);
  await showInMails(house, group);
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo(MORNING));

const open = (slug: string, isOpen: boolean) =>
  house.database.query('UPDATE meeting_servers SET is_open = $2 WHERE slug = $1', [slug, isOpen]);
const setNumbers = (...numbers: string[]) =>
  house.database.query(`UPDATE meeting_servers SET dial_in = $1 WHERE slug = 'zwei'`, [
    JSON.stringify(dialInOf(...numbers)),
  ]);

/** Somebody invited to a date of eight people on the first server, on a day of its own. */
async function onFirst(wish: Record<string, unknown> = {}): Promise<Omit<Invited, 'group'>> {
  await open('zwei', false);
  const date = `2026-12-${String(++day).padStart(2, '0')}`;
  const one = await invitedBy(house, group, { date, expectedParticipants: 8, ...wish });
  await open('zwei', true);
  return one;
}

/** With so many people the first server carries the date no longer. */
const grow = async (id: string) =>
  expect((await dates.move(id, { expectedParticipants: 12 })).status).toBe(200);

const tellOfNumbers = () => wake(house, 'tell-of-numbers');
const mailsOf = async (occurrenceId: string) => {
  const rows = await house.database.query<{ mail: string }>(
    `SELECT m.kind || ' ' || m.state AS mail FROM mails m JOIN invitees i ON i.id = m.about
     WHERE i.occurrence_id = $1 ORDER BY m.created_at`,
    [occurrenceId],
  );
  return rows.map(({ mail }) => mail);
};
const until = (id: string, expected: string[]) => mailsStand(house, () => mailsOf(id), expected);

describe('A date that goes to a server with another telephone number', () => {
  it('with more people: who is invited is told once, and the entry in the calendar is changed', async () => {
    const { email, occurrenceId } = await onFirst();
    expect(newestTo(house, email).text).toContain(OLD);
    const pin = String((await meetingOf(house, occurrenceId))?.pin);
    await grow(occurrenceId);
    await tellOfNumbers();
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Neues zum Telefon']);
    const { text, entry } = newestTo(house, email);
    expect(text).toContain('Die Telefonnummer ist neu.');
    for (const told of [text, entry]) {
      expect(told).toContain(NEW);
      expect(told).not.toContain(OLD);
      expect(told.replaceAll(' ', '')).toContain(`PIN:${pin}`);
    }
    expect(entry).toContain('METHOD:REQUEST');
    expect(entry).toContain('SEQUENCE:1\r\n');
    house.clock.moveTo(`2026-12-${String(day).padStart(2, '0')}T18:00`);
    const asked = `/phone/code?id=${pin}`;
    await house.database.query(
      `UPDATE meeting_servers SET secret_hash = (SELECT secret_hash FROM meeting_servers WHERE slug = 'demo')`,
    );
    expect((await jitsiOf(house).get(asked)).body['conference']).toBe(false);
    expect((await jitsiOf(house, { server: 'zwei' }).get(asked)).body['conference']).toMatch(/@muc\.zwei/);
  });

  it('and to another time: the mail about the time says both, and no other comes', async () => {
    const { email, occurrenceId } = await onFirst();
    await dates.move(occurrenceId, { time: '19:30', expectedParticipants: 12 });
    await house.mails.waitFor(email, 2);
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Verschoben']);
    const { text, entry } = newestTo(house, email);
    expect(text).toMatch(/Bisher: .*18:00[^]*Die Telefonnummer ist neu\.[^]*\+49 30 2222222/);
    expect(entry).toContain(NEW);
    expect(entry).toContain('SEQUENCE:1\r\n');
  });

  it('while the mail server is away: one mail tells what is true by then', async () => {
    const { email, occurrenceId } = await onFirst();
    house.mails.refusals.set(email, 451);
    await grow(occurrenceId);
    await tellOfNumbers();
    await until(occurrenceId, ['invitation sent', 'renumberedDate retrying']);
    await dates.move(occurrenceId, { expectedParticipants: 8 });
    await dates.move(occurrenceId, { time: '19:30' });
    house.mails.refusals.delete(email);
    await until(occurrenceId, ['invitation sent', 'renumberedDate dropped', 'movedDate sent']);
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Verschoben']);
    expect(newestTo(house, email).text).toContain(NEW);
  });

  it('an invitation that waits leaves once, with the number of then', async () => {
    const email = 'wartet@gast.example';
    house.mails.refusals.set(email, 451);
    await open('zwei', false);
    const { body } = await dates.reserve({ date: '2026-12-07', expectedParticipants: 8 });
    await open('zwei', true);
    const [{ id }] = body.occurrences;
    await house.http[0].post(`/api/occurrences/${id}/invitees`, {
      as: group.representative,
      body: { invitees: [{ email }] },
    });
    await until(id, ['invitation retrying']);
    await grow(id);
    await tellOfNumbers();
    house.mails.refusals.delete(email);
    await until(id, ['invitation dropped', 'renumberedDate dropped', 'invitation sent']);
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
    expect(newestTo(house, email).text).toContain(NEW);
    expect(newestTo(house, email).text).not.toMatch(/ist neu/);
  });

  it('is called off in between: that is told, and nothing of numbers', async () => {
    const { email, occurrenceId } = await onFirst();
    await grow(occurrenceId);
    await dates.cancel(occurrenceId);
    await tellOfNumbers();
    await house.mails.waitFor(email, 2);
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Abgesagt']);
  });
});

describe('A cancellation that is taken back', () => {
  it('brings the date to the server where it was, under the number that people know', async () => {
    const { email, occurrenceId } = await onFirst();
    await dates.cancel(occurrenceId);
    await house.mails.waitFor(email, 2);
    expect((await dates.restore(occurrenceId)).status).toBe(200);
    await house.mails.waitFor(email, 3);
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Abgesagt', 'Findet doch statt']);
    expect(newestTo(house, email).text).toContain(OLD);
    expect(newestTo(house, email).text).not.toMatch(/ist neu/);
  });

  it('to another server, before anybody had heard of it: only the new number is told', async () => {
    const { email, occurrenceId } = await onFirst();
    house.mails.refusals.set(email, 451);
    await dates.cancel(occurrenceId);
    await until(occurrenceId, ['invitation sent', 'cancelledDate retrying']);
    await open('demo', false);
    await dates.restore(occurrenceId);
    await open('demo', true);
    house.mails.refusals.delete(email);
    await until(occurrenceId, ['invitation sent', 'cancelledDate dropped', 'restoredDate sent']);
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung', 'Neues zum Telefon']);
    expect(newestTo(house, email).text).toContain(NEW);
    expect(newestTo(house, email).entry).toContain('SEQUENCE:2\r\n');
  });
});

describe('Nobody gets a mail', () => {
  it.each([[OLD], [OLD, NEW]])(
    'where the number that they know is good on the other server',
    async (...numbers) => {
      await setNumbers(...numbers);
      const { email, occurrenceId } = await onFirst();
      await grow(occurrenceId);
      await tellOfNumbers();
      expect(subjectsTo(house, email)).toEqual(['Einladung']);
      await dates.cancel(occurrenceId);
      await setNumbers(NEW);
    },
  );

  it('where the group shows no number, not even later when it does', async () => {
    await showInMails(house, group, false);
    const { email, occurrenceId } = await onFirst();
    await grow(occurrenceId);
    await tellOfNumbers();
    await showInMails(house, group);
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
  });

  it('who is invited to the whole series: its mails name no number', async () => {
    const { email, occurrenceId } = await onFirst(WEEKLY);
    await grow(occurrenceId);
    await tellOfNumbers();
    expect(subjectsTo(house, email)).toEqual(['Einladung']);
    expect(newestTo(house, email).entry).not.toContain('+49');
  });
});
