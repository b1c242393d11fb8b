import { describe, expect, it } from '@jest/globals';
import { expectMail } from '../../test/support/expected-file.js';
import { expectFair, toInvitees } from '../../test/support/letter-rules.js';
import type { PageHost } from '../contact-points/page-host.reader.js';
import { WORDINGS } from '../kernel/wording.js';
import { telephone } from './door.page.js';
import {
  cancellationLetter,
  freshLinkLetter,
  invitationLetter,
  movedLetter,
  renumberedLetter,
  renumberedReminderLetter,
  restoredLetter,
  withdrawnLetter,
  type InvitationFacts,
} from './invitation.mail.js';
import { pageWordsOf } from './words/pages.js';

const range = {
  start: Temporal.Instant.from('2026-12-08T17:00:00Z'),
  end: Temporal.Instant.from('2026-12-08T19:00:00Z'),
};
const numbers = ['+49 231 1234567', '+49 800 1234567'].map((formattedNumber) => {
  return { countryCode: 'DE', formattedNumber, tollFree: false, default: true };
});
const dialIn = { numbers, pin: '123456789' };

const factsIn = (wording: PageHost['wording']): InvitationFacts => ({
  to: 'rosa@example.org',
  sender: toInvitees(wording),
  range,
  doorOpensAt: range.start.subtract({ minutes: 15 }),
  link: 'https://haus.example/t/x',
  organizer: { name: 'Virtuelles Haus', email: 'treffen@haus.example' },
  uid: 'cafe@haus.example',
  sequence: 1,
  writtenAt: Temporal.Instant.from('2026-12-01T08:00:00Z'),
  dialIn,
});

describe.each(WORDINGS)('In the wording %s', (wording) => {
  it.each([
    ['said', invitationLetter],
    ['said', movedLetter],
    ['said', restoredLetter],
    ['said', renumberedLetter],
    ['said', freshLinkLetter],
    ['not said any more', cancellationLetter],
    ['not said any more', withdrawnLetter],
  ])('it is %s how to come by telephone, in mail and calendar: %p', (said, write) => {
    const { subject, text, html, calendar } = write(factsIn(wording));
    const entry = calendar?.content.replaceAll('\r\n ', '') ?? '';
    for (const told of [text, html, entry])
      for (const each of ['+49 231 1234567', '+49 800 1234567', 'PIN: 123 456 789'])
        expect(told.includes(each)).toBe(said === 'said');
    expect(subject).not.toContain('123');
  });

  const NEW = /Telefon-?nummer ist neu|phone number is new/i;
  const GONE =
    /nicht mehr dabei|Anrufen (können|kannst) \S+ bei diesem Treffen nicht mehr|no longer phone in/;
  it.each([invitationLetter, movedLetter, restoredLetter, freshLinkLetter, renumberedLetter])(
    'somebody who knows other numbers reads that they are new, or that there are none: %p',
    (write) => {
      const { text } = write({ ...factsIn(wording), telephoneNews: 'other' });
      expect(text).toMatch(NEW);
      expect(text).toContain('+49 231 1234567');
      const gone = write({ ...factsIn(wording), dialIn: undefined, telephoneNews: 'gone' });
      expect(gone.text).toMatch(GONE);
      expect(gone.calendar?.content).not.toContain('PIN');
      for (const telephoneNews of ['first', 'nothing'] as const)
        expect(write({ ...factsIn(wording), telephoneNews }).text).not.toMatch(NEW);
      const otherPin = write({ ...factsIn(wording), telephoneNews: 'otherPin' }).text;
      expect(otherPin).toMatch(/(Die PIN ist neu|The PIN is new)[^]*PIN: 123 456 789/);
      expect(otherPin).not.toMatch(NEW);
      expect(write({ ...factsIn(wording), dialIn: undefined }).text).not.toMatch(GONE);
    },
  );

  it('a mail about the numbers alone says that the time stays, and of which group only in its text', () => {
    const { subject, text, calendar } = renumberedLetter({
      ...factsIn(wording),
      telephoneNews: 'other',
      groupLabel: 'Schattenlabel',
    });
    expect(text).toMatch(/Zeit bleibt (dieselbe|gleich)|time stays/);
    expect(text).toContain('Schattenlabel');
    expect(`${subject}${calendar?.content}`).not.toContain('Schattenlabel');
  });

  it.each([
    ['renumbered-pin', 'otherPin'],
    ['renumbered-reminder', 'other'],
  ] as const)('who was reminded of it reads the same, and of no file: test/mails/…/%s.txt', (file, news) => {
    const letter = renumberedReminderLetter({ ...factsIn(wording), telephoneNews: news });
    expectMail(`${wording}/${file}`, letter);
    expectFair(letter, wording);
    expect(letter.calendar).toBeUndefined();
    expect(letter.text).not.toMatch(/Datei|Kalender|attach|calendar/);
    expect(letter.unsubscribeUrl).toBe('https://haus.example/t/x/unsubscribe');
  });

  it('a page says from when to when, how, and each number as one to press', () => {
    const text = telephone(dialIn, { range, earlyMinutes: 15 }, pageWordsOf(wording))?.text ?? '';
    expect(text).toMatch(/(17:45|5:45).*(20|8)/s);
    expect(text).toContain('<a href="tel:+492311234567">+49 231 1234567</a>');
    expect(text).toContain('123 456 789');
    expect(telephone(undefined, { range, earlyMinutes: 15 }, pageWordsOf(wording))).toBeUndefined();
  });
});
