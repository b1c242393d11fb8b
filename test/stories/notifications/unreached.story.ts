import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TellOfUnreached } from '../../../src/notifications/tell-of-unreached.schedule.js';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { datesOf, type Dates } from '../../support/dates.js';
import { inviteesOf } from '../../support/invitees.js';
import { eventually, stayIn } from '../../support/mail-rows.js';
import { aContactPoint, aGrant, aPlace, aRoom, signIn, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const SUBJECT = 'Nicht alle Mails zu Ihrem Termin sind angekommen';

let house: StoryHouse;
let count = 0;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());
beforeEach(() => house.clock.moveTo('2026-12-01T09:00'));

const told = (email: string) => house.mails.to(email).filter(({ email: { subject } }) => subject === SUBJECT);

/** An address that exists, or one that the mail server refuses for good. */
function anAddress(isGood: boolean): string {
  const email = `gast-${++count}@post.example`;
  if (!isGood) house.mails.refusals.set(email, 550);
  return email;
}

async function invite(group: Group, path: string, addresses: string[]): Promise<void> {
  const body = { invitees: addresses.map((email) => ({ name: 'Rosa Geheim', email })) };
  const { status, text } = await house.http[0].post(`/api/${path}/invitees`, {
    as: group.representative,
    body,
  });
  expect([status, text]).toEqual([201, text]);
  await mailsAreOut(house);
}

/** What became of each mail to somebody who is invited: `invitation sent`. */
async function kindsTo(address: string): Promise<string[]> {
  const rows = await house.database.query<{ mail: string }>(
    `SELECT m.kind || ' ' || m.state AS mail FROM mails m JOIN invitees i ON i.id = m.about WHERE i.email = $1
     ORDER BY m.created_at, m.id`,
    [address],
  );
  return rows.map(({ mail }) => mail);
}

async function aReadyPlace(): Promise<{ group: Group; dates: Dates; dateId: string }> {
  const { group } = await aPlace(house);
  await stayIn(house.database);
  const dates = datesOf(house, group);
  const { body } = await dates.reserve({});
  return { group, dates, dateId: body.occurrences[0].id };
}

describe('When mails to people who are invited come to nothing', () => {
  it('the representative gets one mail that says how many, and never who', async () => {
    const { group, dateId } = await aReadyPlace();
    const bad = [anAddress(false), anAddress(false)];
    await invite(group, `occurrences/${dateId}`, [anAddress(true), ...bad]);
    await wake(house, 'tell-of-unreached');
    await wake(house, 'tell-of-unreached');
    const mails = told(group.email);
    expect(mails).toHaveLength(1);
    const { email, source } = mails[0] ?? {};
    expect(email?.text).toContain('2 Personen konnten wir per Mail nicht erreichen.');
    expect(email?.text).toContain('Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr');
    expect(`${source} ${email?.text} ${email?.html}`).not.toMatch(/post\.example|Geheim/);
    expect(email?.subject).not.toContain(group.label);
  });

  it('each representative of the group gets it, once, whatever instances do', async () => {
    const at = await aContactPoint(house);
    await aRoom(house, { contact_point_id: at.id });
    const emails = ['eins', 'zwei'].map((name) => `${name}-${++count}@gruppe.example`);
    const grant = aGrant({ representatives: emails.map((email) => ({ name: 'Erika Muster', email })) });
    const { body } = await house.http[0].post<{ id: string }>('/api/groups', { as: at.staff, body: grant });
    for (const email of emails) await house.mails.waitFor(email);
    const representative = await signIn(house, at.slug, emails[0] ?? '');
    const group = {
      id: body.id,
      label: 'Gruppe 17',
      contactPoint: at,
      email: emails[0] ?? '',
      representative,
    };
    const reserved = await datesOf(house, group).reserve({});
    await invite(group, `occurrences/${reserved.body.occurrences[0].id}`, [anAddress(false)]);
    const tell = () => house.apps.map((app) => app.get(TellOfUnreached, { strict: false }).run());
    await Promise.all([...tell(), ...tell(), ...tell()]);
    await mailsAreOut(house);
    expect(emails.map((email) => told(email).length)).toEqual([1, 1]);
    expect(told(emails[0] ?? '')[0]?.email.text).toContain('eine Person konnten wir');
  });

  it('at most once for each date and day: what comes to nothing later is told the next day', async () => {
    const { group, dates, dateId } = await aReadyPlace();
    const second = (await dates.reserve({ time: '20:00' })).body.occurrences[0].id;
    await invite(group, `occurrences/${dateId}`, [anAddress(false)]);
    await wake(house, 'tell-of-unreached');
    await invite(group, `occurrences/${dateId}`, [anAddress(false)]);
    await invite(group, `occurrences/${second}`, [anAddress(false)]);
    await wake(house, 'tell-of-unreached');
    expect(told(group.email)).toHaveLength(2);
    house.clock.moveTo('2026-12-02T00:01');
    await wake(house, 'tell-of-unreached');
    await wake(house, 'tell-of-unreached');
    house.clock.moveTo('2026-12-03T09:00');
    await wake(house, 'tell-of-unreached');
    const texts = told(group.email).map(({ email }) => email.text ?? '');
    expect(texts).toHaveLength(3);
    expect(texts[2]).toContain('2 Personen');
  });

  it('of a series, the mail names its next date', async () => {
    const { group, dates } = await aReadyPlace();
    const repeat = { kind: 'weekly', interval: 1, count: 3 };
    const { body } = await dates.reserve({ date: '2026-12-09', repeat });
    await invite(group, `reservations/${body.id}`, [anAddress(false)]);
    house.clock.moveTo('2026-12-10T09:00');
    await wake(house, 'tell-of-unreached');
    const [mail] = told(group.email);
    expect(mail?.email.text).toContain('Es geht um die Reihe');
    expect(mail?.email.text).toContain('Mittwoch, 16. Dezember 2026');
  });

  it('nobody is told of a date that is over', async () => {
    const { group, dateId } = await aReadyPlace();
    await invite(group, `occurrences/${dateId}`, [anAddress(false)]);
    house.clock.moveTo('2026-12-08T20:00');
    await wake(house, 'tell-of-unreached');
    expect(told(group.email)).toHaveLength(0);
  });

  it('nobody is told while a mail may still come through', async () => {
    const { group, dateId } = await aReadyPlace();
    const email = anAddress(true);
    house.mails.refusals.set(email, 451);
    await invite(group, `occurrences/${dateId}`, [email]);
    await wake(house, 'tell-of-unreached');
    expect(told(group.email)).toHaveLength(0);
  });

  it('nobody is told of who was taken off the list, and the day stays free for others', async () => {
    const { group, dateId } = await aReadyPlace();
    const path = `occurrences/${dateId}`;
    const invitees = inviteesOf(house, group, `/api/${path}`);
    await invite(group, path, [anAddress(false)]);
    const [{ id } = { id: '' }] = await invitees.list();
    await invitees.withdraw(id);
    await mailsAreOut(house);
    await wake(house, 'tell-of-unreached');
    expect(told(group.email)).toHaveLength(0);
    await invite(group, path, [anAddress(false)]);
    await wake(house, 'tell-of-unreached');
    expect(told(group.email).map(({ email }) => /eine Person/.test(email.text ?? ''))).toEqual([true]);
  });

  it('nobody is told of who was reached since, by whatever mail', async () => {
    const { group, dates, dateId } = await aReadyPlace();
    const email = anAddress(true);
    await invite(group, `occurrences/${dateId}`, [email]);
    house.mails.refusals.set(email, 550);
    await dates.move(dateId, { time: '19:30' });
    await eventually(() => kindsTo(email), ['invitation sent', 'movedDate undeliverable']);
    house.mails.refusals.delete(email);
    await dates.cancel(dateId);
    const reached = ['invitation sent', 'movedDate undeliverable', 'cancelledDate sent'];
    await eventually(() => kindsTo(email), reached);
    await wake(house, 'tell-of-unreached');
    expect(told(group.email)).toHaveLength(0);
  });
});
