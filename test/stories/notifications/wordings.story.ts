import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { datesOf } from '../../support/dates.js';
import { calendarFileOf, linkIn } from '../../support/invitees.js';
import type { SunkMail } from '../../support/mail-sink.js';
import { stayIn } from '../../support/mail-rows.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse();
});
afterAll(() => house.close());

/** A group that has reserved a date and invited somebody, who is reminded of it; returns all mails to both. */
async function aGroupWithMails(
  columns: Record<string, unknown>,
): Promise<{ group: Group; mails: SunkMail[]; toGuest: SunkMail[] }> {
  house.clock.moveTo('2026-12-01T09:00');
  const { group } = await aPlace(house, columns);
  await stayIn(house.database);
  const { body } = await datesOf(house, group).reserve({});
  const email = `gast-${group.contactPoint.slug}@post.example`;
  const call = { as: group.representative, body: { invitees: [{ name: 'Rosa', email }] } };
  await house.http[0].post(`/api/occurrences/${body.occurrences[0].id}/invitees`, call);
  await mailsAreOut(house);
  house.clock.moveTo('2026-12-07T11:00');
  await wake(house, 'remind-invitees');
  const toGuest = house.mails.to(email);
  return { group, toGuest, mails: [...house.mails.to(group.email), ...toGuest] };
}

const greetings = (mails: SunkMail[]) => mails.map(({ email }) => email.text?.split('\n')[0]);

describe('Mails speak as their contact point does', () => {
  it.each([
    ['de-sie', 'de', 'Guten Tag Erika Muster,', 'Guten Tag Rosa,'],
    ['de-du', 'de', 'Hallo Erika Muster,', 'Hallo Rosa,'],
    ['de-leicht', 'de', 'Guten Tag Erika Muster!', 'Guten Tag Rosa!'],
    ['en', 'en', 'Hello Erika Muster,', 'Hello Rosa,'],
  ])('%s', async (wording, language, toRepresentative, toGuest) => {
    const { group, mails } = await aGroupWithMails({ wording });
    // Access and code; invitation and reminder.
    expect(greetings(mails)).toEqual([toRepresentative, toRepresentative, toGuest, toGuest]);
    for (const { email, source } of mails) {
      expect(email.html).toContain(`<html lang="${language}">`);
      expect(source).toContain(`Content-Language: ${language}\r\n`);
      expect(source).toContain('Auto-Submitted: auto-generated\r\n');
      expect(email.text).toContain(`https://${group.contactPoint.slug}.example/impressum`);
    }
  });
});

describe('The calendar file of the page', () => {
  const readIn = (file: string) =>
    file
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter((line) => /^(UID|SEQUENCE|SUMMARY|DESCRIPTION|LOCATION|ORGANIZER)/.test(line));

  it.each(['de-sie', 'de-du', 'de-leicht', 'en'])('reads like the one in the mail: %s', async (wording) => {
    const { toGuest } = await aGroupWithMails({ wording });
    const [invitation] = toGuest as [SunkMail];
    const file = await house.http[0].raw(`${linkIn(invitation)}/termin.ics`);
    expect(file.text).not.toContain('ATTENDEE');
    expect(readIn(file.text)).toEqual(readIn(calendarFileOf(invitation)));
  });

  it('reads so for who represents the group, too', async () => {
    const { group } = await aGroupWithMails({ wording: 'en' });
    const { door } = await aDate(house, group, { date: '2026-12-09' });
    const file = await house.http[0].raw(`${new URL(door.enterUrl).pathname}/termin.ics`);
    expect(file.text).toContain('SUMMARY:Online meeting\r\n');
    expect(file.text.replaceAll('\r\n ', '')).toContain(`Your personal link: ${door.enterUrl}`);
    expect(file.text).not.toContain('ATTENDEE');
  });
});

describe('The sender of a mail', () => {
  it('is the house, as long as its contact point names nobody', async () => {
    const { group, mails, toGuest } = await aGroupWithMails({});
    expect(new Set(mails.map(({ email }) => email.from?.name))).toEqual(new Set(['Virtuelles Haus']));
    const [grant] = mails;
    expect(grant?.email.replyTo?.[0]?.address).toBe(`${group.contactPoint.slug}@kontakt.example`);
    expect(grant?.email.text).toContain('-- \nKontaktstelle Musterstadt\n0123 456\n');
    for (const { email } of toGuest) {
      expect(email.replyTo).toBeUndefined();
      expect(`${email.text} ${email.html}`).not.toMatch(/Kontaktstelle|0123 456/);
    }
  });

  it('is who the contact point names, with its address for answers and its signature', async () => {
    const { mails } = await aGroupWithMails({
      sender_name: 'Haus am Markt',
      reply_to: 'haus@markt.example',
      signature: 'Herzlich\nIhr Haus am Markt',
    });
    for (const { email } of mails) {
      expect([email.from?.name, email.replyTo?.[0]?.address]).toEqual([
        'Haus am Markt',
        'haus@markt.example',
      ]);
      expect(email.text).toContain('-- \nHerzlich\nIhr Haus am Markt\n');
    }
  });
});
