import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { datesOf } from '../../support/dates.js';
import { inviteesOf } from '../../support/invitees.js';
import { eventually, mailRows, stayIn, tally, type MailRow } from '../../support/mail-rows.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

describe('A mail that goes wrong holds up nobody else (P3)', () => {
  let house: StoryHouse;
  let group: Group;
  let hour = 7;

  beforeAll(async () => {
    house = await openStoryHouse();
    ({ group } = await aPlace(house));
    await stayIn(house.database);
  });
  afterAll(() => house.close());

  async function invite(emails: string[]): Promise<string> {
    const { id } = await aDate(house, group, { time: `${String(hour++).padStart(2, '0')}:00`, minutes: 60 });
    const call = { as: group.representative, body: { invitees: emails.map((email) => ({ email })) } };
    expect((await house.http[0].post(`/api/occurrences/${id}/invitees`, call)).status).toBe(201);
    return id;
  }
  const rows = (domain: string) => mailRows(house.database, domain);
  const rowOf = async (email: string) =>
    (await rows(email.split('@')[1] ?? '')).find((row) => row.email === email);

  it('one unknown, one late and one cut off among thirty: the others leave at once, each to one alone', async () => {
    const emails = Array.from({ length: 30 }, (_, index) => `gast${index}@dreissig.example`);
    const [gone = '', late = '', cut = ''] = [emails[3], emails[11], emails[20]];
    house.mails.refusals.set(gone, 550);
    house.mails.refusals.set(late, 451);
    house.mails.dropped.add(cut);
    await invite(emails);
    const states = async () => tally(await rows('dreissig.example'));
    await eventually(states, { retrying: 2, sent: 27, undeliverable: 1 });
    expect(await rowOf(gone)).toMatchObject({ state: 'undeliverable', gap: null });
    expect((await rowOf(gone))?.detail).toMatch(/^550 /);
    expect(await rowOf(late)).toMatchObject({ state: 'retrying', failures: 1, gap: 60 });
    expect((await rowOf(late))?.detail).toMatch(/^451 /);
    // Cut off in the middle of a conversation it comes again at once, as the first of the next one.
    await eventually(async () => (await rowOf(cut))?.failures, 1);
    expect(await rowOf(cut)).toMatchObject({ state: 'retrying', failures: 1, gap: 60 });
    expect((await rowOf(cut))?.detail).toMatch(/^Der Mailserver antwortet nicht/);

    house.mails.refusals.delete(late);
    house.mails.dropped.delete(cut);
    house.clock.moveTo('2026-12-01T09:01');
    await eventually(states, { sent: 29, undeliverable: 1 });
    expect(house.mails.mails.every(({ recipients }) => recipients.length === 1)).toBe(true);
    const sent = house.mails.mails.filter(({ recipients: [to = ''] }) => to.endsWith('@dreissig.example'));
    expect(sent.map(({ recipients: [to] }) => to).sort()).toEqual(
      emails.filter((email) => email !== gone).sort(),
    );
  });

  it('is tried at growing distances and given up after 72 hours, with the words of the server', async () => {
    const email = 'nie@geduld.example';
    house.mails.refusals.set(email, 452);
    house.clock.moveTo('2026-12-02T12:00');
    await invite([email]);
    const row = () => rowOf(email).then((found) => [found?.state, found?.failures, found?.gap]);
    await eventually(row, ['retrying', 1, 60]);
    house.clock.moveTo('2026-12-02T12:01');
    await eventually(row, ['retrying', 2, 120]);
    house.clock.moveTo('2026-12-02T12:02');
    // Longer than anybody looks for what waits.
    await sleep(3000);
    expect(await row()).toEqual(['retrying', 2, 120]);
    house.clock.moveTo('2026-12-05T11:59');
    await eventually(row, ['retrying', 3, 60]);
    house.clock.moveTo('2026-12-05T12:00');
    await eventually(row, ['undeliverable', 4, null]);
    expect((await rowOf(email))?.detail).toMatch(/^452 /);
    expect(house.mails.to(email)).toEqual([]);
  });

  it('what is said to the same person waits, and leaves in its order at once when the first has left', async () => {
    const email = 'reihe@ordnung.example';
    const dates = datesOf(house, group);
    const repeat = { kind: 'weekly', interval: 1, count: 3 };
    const { body } = await dates.reserve({ date: '2026-12-15', time: '07:00', minutes: 60, repeat });
    const [first, second] = body.occurrences;
    const invitees = inviteesOf(house, group, `/api/reservations/${body.id}`);
    expect((await invitees.invite(email)).status).toBe(201);
    const mails = async () => (await rows('ordnung.example')).map(({ kind, state }) => `${kind} ${state}`);
    await eventually(mails, ['invitation sent']);
    house.mails.refusals.set(email, 451);
    await dates.move(first.id, { time: '08:00' });
    await eventually(mails, ['invitation sent', 'movedDate retrying']);
    await dates.cancel(second?.id ?? '');
    // The second news brings the first one forward, which is refused again: it waits behind it.
    const failures = async () => (await rows('ordnung.example'))[1]?.failures;
    await eventually(failures, 2);
    await sleep(3000);
    expect(await mails()).toEqual(['invitation sent', 'movedDate retrying', 'cancelledDate queued']);
    house.mails.refusals.delete(email);
    await house.mails.retryNow(house.database);
    await eventually(mails, ['invitation sent', 'movedDate sent', 'cancelledDate sent']);
    const subjects = house.mails.to(email).map(({ email: { subject } }) => subject?.split(':')[0]);
    expect(subjects).toEqual(['Einladung', 'Verschoben', 'Abgesagt']);
  });

  it('an address that names two, or another, is never sent to, however it got into the table', async () => {
    const evil = [
      'a@boese.example,b@boese.example',
      'a@boese.example;b@boese.example',
      'a@boese.example b@boese.example',
      '"a@boese.example x"@boese.example',
      'a@boese.example\r\nRCPT TO:<b@boese.example>',
      'a@boese.example\r\nBcc: b@boese.example',
      'a\u2028@boese.example',
      'a＠boese.example',
      'аda@boese.example',
      'a\u202e@boese.example',
      `${'a'.repeat(100_000)}@boese.example`,
    ];
    const emails = evil.map((_, index) => `opfer${index}@boese.example`);
    for (const email of emails) house.mails.refusals.set(email, 451);
    const id = await invite(emails);
    const states = async () =>
      tally(
        await house.database.query<MailRow & Record<string, unknown>>(
          'SELECT m.* FROM mails m JOIN invitees i ON i.id = m.about WHERE i.occurrence_id = $1',
          [id],
        ),
      );
    await eventually(states, { retrying: evil.length });
    const before = house.mails.mails.length;
    for (const [index, address] of evil.entries()) {
      const change = [address, emails[index]];
      await house.database.query('UPDATE invitees SET email = $1 WHERE email = $2', change);
    }
    house.mails.refusals.clear();
    await house.mails.retryNow(house.database);
    await eventually(states, { undeliverable: evil.length });
    expect(house.mails.mails).toHaveLength(before);
    expect(house.mails.mails.every(({ recipients }) => recipients.length === 1)).toBe(true);
  });
});
