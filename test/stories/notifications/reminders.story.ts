import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RemindInvitees } from '../../../src/notifications/remind-invitees.schedule.js';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { datesOf, type Dates } from '../../support/dates.js';
import { stayIn } from '../../support/mail-rows.js';
import { aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const INVITED_AT = '2026-12-01T09:00';
const DAY = '2026-12-08';
/** When everybody’s minute of the hour after 10 has come. */
const MORNING = '2026-12-07T11:00';
const LAST_HOUR = '2026-12-08T17:01';

let house: StoryHouse;
let count = 0;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo(INVITED_AT));

interface Place {
  group: Group;
  dates: Dates;
}

async function aReadyPlace(columns: Record<string, unknown> = {}): Promise<Place> {
  const { group } = await aPlace(house, columns);
  await stayIn(house.database);
  return { group, dates: datesOf(house, group) };
}

async function aReservedDate({ dates }: Place, wish: Record<string, unknown> = {}): Promise<string> {
  const { body, status, text } = await dates.reserve({ date: DAY, ...wish });
  expect([status, text]).toEqual([201, text]);
  return body.occurrences[0].id;
}

/** Returns the address, to which the invitation has gone. */
async function aGuest({ group }: Place, path: string): Promise<string> {
  const email = `gast-${++count}@post.example`;
  const call = { as: group.representative, body: { invitees: [{ name: 'Rosa', email }] } };
  const { status, text } = await house.http[0].post(`/api/${path}/invitees`, call);
  expect([status, text]).toEqual([201, text]);
  await mailsAreOut(house);
  return email;
}

async function settle({ group }: Place, body: Record<string, unknown>): Promise<void> {
  const path = `/api/groups/${group.id}/invitation-settings`;
  expect((await house.http[0].send('PATCH', path, { as: group.representative, body })).status).toBe(200);
}

async function remindAt(wallTime: string): Promise<void> {
  house.clock.moveTo(wallTime);
  await wake(house, 'remind-invitees');
}

const remindersTo = (email: string) =>
  house.mails.to(email).filter(({ email: { subject } }) => subject?.startsWith('Erinnerung'));

describe('Everybody invited is reminded the day before', () => {
  it('in the hour after 10 o’clock and once, whatever clocks and instances do', async () => {
    const place = await aReadyPlace();
    const email = await aGuest(place, `occurrences/${await aReservedDate(place)}`);
    await remindAt('2026-12-07T09:59');
    expect(remindersTo(email)).toHaveLength(0);

    house.clock.moveTo(MORNING);
    const remind = () => house.apps.map((app) => app.get(RemindInvitees, { strict: false }).run());
    await Promise.all([...remind(), ...remind(), ...remind()]);
    await mailsAreOut(house);
    for (const jump of ['2026-12-06T11:00', MORNING, '2026-12-08T16:00', '2026-12-07T12:00', LAST_HOUR])
      await remindAt(jump);
    expect(remindersTo(email)).toHaveLength(1);
  });

  it('with neutral words and the same way in as the invitation shows', async () => {
    const place = await aReadyPlace();
    const email = await aGuest(place, `occurrences/${await aReservedDate(place)}`);
    await remindAt(MORNING);
    const [invitation, reminder] = house.mails.to(email);
    if (!invitation || !reminder) throw new Error('There is no reminder.');
    const { subject, text = '', from } = reminder.email;
    expect(subject).toBe('Erinnerung: Online-Treffen am Dienstag, 8. Dezember 2026, 18:00 Uhr');
    expect(from?.name).toBe('Virtuelles Haus');
    expect(text).toContain('Guten Tag Rosa,');
    const link = /https:\/\/haus\.example\/t\/[\w-]+/;
    expect(link.exec(text)?.[0]).toBe(link.exec(invitation.email.text ?? '')?.[0]);
    expect(reminder.source).not.toContain(place.group.label);
  });

  it('of each date of a series they are invited to', async () => {
    const place = await aReadyPlace();
    const repeat = { kind: 'weekly', interval: 1, count: 2 };
    const { body } = await place.dates.reserve({ date: DAY, repeat });
    const email = await aGuest(place, `reservations/${body.id}`);
    await remindAt(MORNING);
    await remindAt('2026-12-14T11:00');
    expect(
      remindersTo(email).map(({ email: { subject } }) => /(\d+)\. Dezember/.exec(subject ?? '')?.[1]),
    ).toEqual(['8', '15']);
  });

  it('again when the date is moved afterwards, and not when it is called off and restored', async () => {
    const place = await aReadyPlace();
    const [moved, restored] = [await aReservedDate(place), await aReservedDate(place, { time: '20:00' })];
    const emails = [
      await aGuest(place, `occurrences/${moved}`),
      await aGuest(place, `occurrences/${restored}`),
    ];
    await remindAt(MORNING);
    expect(emails.map((email) => remindersTo(email).length)).toEqual([1, 1]);
    await place.dates.move(moved, { date: '2026-12-10' });
    await place.dates.cancel(restored);
    await place.dates.restore(restored);
    await mailsAreOut(house);
    await remindAt('2026-12-07T12:00');
    await remindAt('2026-12-09T11:00');
    expect(emails.map((email) => remindersTo(email).length)).toEqual([2, 1]);
    expect(remindersTo(emails[0] ?? '')[1]?.email.subject).toContain('10. Dezember');
  });
});

describe('The group decides', () => {
  it.each([
    [['hourBefore'], 0, 1],
    [['dayBefore', 'hourBefore'], 1, 2],
    [[], 0, 0],
  ])('that people are reminded %j', async (reminders, inTheMorning, inAll) => {
    const place = await aReadyPlace();
    await settle(place, { reminders });
    const email = await aGuest(place, `occurrences/${await aReservedDate(place)}`);
    await remindAt(MORNING);
    expect(remindersTo(email)).toHaveLength(inTheMorning);
    await remindAt(LAST_HOUR);
    await remindAt('2026-12-08T17:59');
    expect(remindersTo(email)).toHaveLength(inAll);
  });

  it('whether its name is read, in the text and nowhere else', async () => {
    const place = await aReadyPlace();
    await settle(place, { showsLabel: true });
    const email = await aGuest(place, `occurrences/${await aReservedDate(place)}`);
    await remindAt(MORNING);
    for (const { email: mail } of house.mails.to(email)) {
      expect(mail.text).toContain(`„${place.group.label}“`);
      expect(`${mail.subject} ${mail.from?.name}`).not.toContain(place.group.label);
    }
    expect(house.mails.to(email)).toHaveLength(2);
  });
});

describe('Nobody is reminded', () => {
  it.each([
    [
      'of a date that is called off',
      async ({ dates }: Place, id: string) => {
        expect((await dates.cancel(id)).status).toBe(200);
      },
    ],
    [
      'while the access of the group rests',
      async ({ group }: Place) => {
        const as = group.contactPoint.staff;
        expect((await house.http[0].post(`/api/groups/${group.id}/pause`, { as })).status).toBe(200);
      },
    ],
    [
      'after the access of the group',
      async ({ group }: Place) => {
        await house.database.query(`UPDATE groups SET access_until = '2026-12-07' WHERE id = $1`, [group.id]);
      },
    ],
    [
      'whose invitation is withdrawn',
      async ({ group }: Place, id: string) => {
        const as = group.representative;
        const path = `/api/occurrences/${id}/invitees`;
        const { body } = await house.http[0].get<{ items: [{ id: string }] }>(path, { as });
        expect((await house.http[0].delete(`${path}/${body.items[0].id}`, { as })).status).toBeLessThan(300);
      },
    ],
  ])('%s', async (_, change) => {
    const place = await aReadyPlace();
    await settle(place, { reminders: ['dayBefore', 'hourBefore'] });
    const id = await aReservedDate(place);
    const email = await aGuest(place, `occurrences/${id}`);
    await change(place, id);
    await mailsAreOut(house);
    await remindAt(MORNING);
    await remindAt(LAST_HOUR);
    expect(remindersTo(email)).toHaveLength(0);
  });

  it('whom the invitation has not reached', async () => {
    const place = await aReadyPlace();
    const id = await aReservedDate(place);
    house.mails.refusals.set(`gast-${count + 1}@post.example`, 550);
    const email = await aGuest(place, `occurrences/${id}`);
    house.mails.refusals.delete(email);
    await remindAt(MORNING);
    expect(house.mails.to(email)).toHaveLength(0);
  });

  it('who was invited less than a day before, or of what has begun', async () => {
    const place = await aReadyPlace();
    await settle(place, { reminders: ['dayBefore', 'hourBefore'] });
    const id = await aReservedDate(place);
    house.clock.moveTo('2026-12-07T18:01');
    const late = await aGuest(place, `occurrences/${id}`);
    await remindAt('2026-12-07T20:00');
    await remindAt('2026-12-08T18:00');
    expect(remindersTo(late)).toHaveLength(0);
    await remindAt('2026-12-09T11:00');
    expect(remindersTo(late)).toHaveLength(0);
  });

  it('of a date that is called off while the reminder waits for the mail server', async () => {
    const place = await aReadyPlace();
    const id = await aReservedDate(place);
    const email = await aGuest(place, `occurrences/${id}`);
    house.mails.refusals.set(email, 451);
    await remindAt(MORNING);
    await place.dates.cancel(id);
    house.mails.refusals.delete(email);
    await house.mails.retryNow(house.database);
    await house.mails.waitFor(email, 2);
    expect(house.mails.to(email).map(({ email: { subject } }) => subject?.split(':')[0])).toEqual([
      'Einladung',
      'Abgesagt',
    ]);
  });
});
