import { describe, expect, it } from '@jest/globals';
import { expectMail, wordsOfHtml } from '../../test/support/expected-file.js';
import { expectFair, toInvitees } from '../../test/support/letter-rules.js';
import { senderToInvitees } from '../contact-points/sender.reader.js';
import { WORDINGS, type Wording } from '../kernel/wording.js';
import {
  cancellationLetter,
  freshLinkLetter,
  invitationLetter,
  movedLetter,
  renumberedLetter,
  restoredLetter,
  withdrawnLetter,
  type InvitationFacts,
} from './invitation.mail.js';

const at = (instant: string) => Temporal.Instant.from(instant);
const evening = (day: string) => ({ start: at(`${day}T17:00:00Z`), end: at(`${day}T19:00:00Z`) });
const LINK = 'https://haus.example/t/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4';
const IMPRINT = 'https://musterstadt.example/impressum';

const factsIn = (wording: Wording): InvitationFacts => ({
  to: 'rosa@example.org',
  name: 'Rosa',
  sender: toInvitees(wording),
  range: evening('2026-12-08'),
  doorOpensAt: Temporal.Instant.from('2026-12-08T16:45:00Z'),
  link: LINK,
  organizer: { name: 'Virtuelles Haus', email: 'treffen@haus.example' },
  uid: 'cafe@haus.example',
  sequence: 0,
  writtenAt: Temporal.Instant.from('2026-12-01T08:00:00Z'),
});
const facts = factsIn('de-sie');

const later = {
  range: { start: at('2026-12-09T18:30:00Z'), end: at('2026-12-09T20:30:00Z') },
  doorOpensAt: at('2026-12-09T18:15:00Z'),
  sequence: 1,
};
const series = { seriesDates: ['2026-12-08', '2026-12-15', '2027-01-05'].map(evening) };
const datesOff = ['2026-12-22', '2026-12-29'].map(evening);
const before = evening('2026-12-08');
const numbers = ['+49 231 1234567', '+49 800 1234567'].map((formattedNumber) => {
  return { countryCode: 'DE', formattedNumber, tollFree: false, default: true };
});
const dialIn = { numbers, pin: '123456789' };

type Write = (facts: InvitationFacts) => ReturnType<typeof invitationLetter>;
const LETTERS: Record<string, [write: Write, special?: Partial<InvitationFacts>]> = {
  invitation: [invitationLetter],
  'invitation-series': [invitationLetter, series],
  'invitation-named': [invitationLetter, { groupLabel: 'Runde 17' }],
  'invitation-door-open': [invitationLetter, { isDoorOpen: true }],
  'invitation-phone': [invitationLetter, { dialIn }],
  moved: [movedLetter, { ...later, before }],
  'moved-series': [movedLetter, { ...series, sequence: 1 }],
  'moved-series-but-for-some': [movedLetter, { ...series, datesOff, sequence: 1 }],
  'moved-series-with-more': [movedLetter, { ...series, datesAdded: [evening('2026-12-15')], sequence: 1 }],
  cancellation: [cancellationLetter, { sequence: 1 }],
  'cancellation-one-of-series': [cancellationLetter, { sequence: 1, hasOthersAhead: true }],
  'cancellation-series': [cancellationLetter, { sequence: 1, seriesDates: [] }],
  restored: [restoredLetter, { sequence: 2 }],
  'restored-one-of-series': [restoredLetter, { sequence: 2, hasOthersAhead: true }],
  'restored-series': [restoredLetter, { ...series, sequence: 2 }],
  renumbered: [renumberedLetter, { dialIn, telephoneNews: 'other', sequence: 1 }],
  'renumbered-first': [renumberedLetter, { dialIn, telephoneNews: 'first', sequence: 1 }],
  'renumbered-gone': [renumberedLetter, { telephoneNews: 'gone', sequence: 1 }],
  withdrawn: [withdrawnLetter, { sequence: 1 }],
  'fresh-link': [freshLinkLetter, { sequence: 1 }],
};
const EACH = WORDINGS.flatMap((wording) =>
  Object.entries(LETTERS).map(
    ([kind, [write, special]]) => [wording, kind, write({ ...factsIn(wording), ...special })] as const,
  ),
);

describe('Every letter to somebody invited', () => {
  it.each(EACH)('reads as approved: test/mails/%s/%s.txt', (wording, kind, letter) => {
    // The file for the calendar stands once.
    const isShown = wording === 'de-sie' && !/series|named/.test(kind);
    expectMail(`${wording}/${kind}`, isShown ? letter : { ...letter, calendar: undefined });
  });

  it.each(EACH)('is fair: %s %s', (wording, _, letter) => {
    expectFair(letter, wording);
  });

  it.each(EACH)('goes to one person and names nobody else (P6): %s %s', (_, __, letter) => {
    const { to, text, html, calendar } = letter;
    expect(to).toBe('rosa@example.org');
    const addresses = `${text}${html}${calendar?.content}`.match(/[\w.]+@[\w.]+/g) ?? [];
    expect(new Set(addresses)).toEqual(
      new Set(['rosa@example.org', 'treffen@haus.example', 'cafe@haus.example']),
    );
  });

  it.each(EACH)('brings the calendar what it says: %s %s', (_, kind, { calendar }) => {
    const takesAway = /cancellation|withdrawn/.test(kind);
    expect(calendar?.method).toBe(takesAway ? 'CANCEL' : 'REQUEST');
  });

  it.each(EACH)('leads to the own page, unless it is shut, and nowhere else: %s %s', (_, kind, letter) => {
    const isShut = /cancellation|withdrawn/.test(kind);
    const links = new Set(letter.html.match(/(?<=href=")[^"]*/g));
    expect(links).toEqual(new Set(isShut ? [IMPRINT] : [LINK, IMPRINT]));
    if (isShut) expect(`${letter.text}${letter.calendar?.content}`).not.toContain('/t/');
    else expect(letter.text).toContain(LINK);
  });
});

describe.each(WORDINGS)('In the wording %s', (wording) => {
  const own = factsIn(wording);
  const writers = [
    invitationLetter,
    movedLetter,
    cancellationLetter,
    restoredLetter,
    withdrawnLetter,
    freshLinkLetter,
  ];

  it.each(writers)(
    'a group is named only where it wants to be, and never in a subject or calendar: %p',
    (write) => {
      for (const special of [{}, series]) {
        const { subject, html, text, calendar, senderName } = write({
          ...own,
          ...special,
          groupLabel: 'Schattenlabel',
        });
        expect(text).toContain('Schattenlabel');
        const shown = `${subject} ${senderName} ${calendar?.content} ${/<title>.*?<\/title>/s.exec(html)?.[0]}`;
        expect(shown).not.toContain('Schattenlabel');
      }
    },
  );

  it.each(writers)('a series is spoken of as several dates, and each is told: %p', (write) => {
    const [one, all] = [write(own), write({ ...own, ...series })];
    for (const each of ['8', '15', '5'].map(
      (day) => new RegExp(`\\b${day}\\.? (Dezember|Januar|December|January) `),
    ))
      expect(all.text).toMatch(each);
    expect(one.text.split('\n').length).toBeLessThan(all.text.split('\n').length);
    expect(one.subject).not.toBe(all.subject);
  });

  it('a series of which one date is left is spoken of as that date', () => {
    expect(invitationLetter({ ...own, seriesDates: [own.range] }).text).toBe(invitationLetter(own).text);
  });

  it('somebody without a name is greeted all the same', () => {
    const [greeting] = invitationLetter({ ...own, name: undefined }).text.split('\n');
    expect(greeting).toMatch(/^(Guten Tag|Hallo|Hello)[,!]$/);
  });

  it('a move names the time before, if it is known', () => {
    const moved = movedLetter({ ...own, ...later, before });
    expect(moved.text).toMatch(/8\.? (Dezember|December)/);
    expect(movedLetter({ ...own, ...later }).text).not.toMatch(/8\.? (Dezember|December)/);
    for (const { subject } of [moved]) expect(subject).toMatch(/9\.? (Dezember|December)/);
  });

  it('what people typed is shown literally, never as markup', () => {
    const evil = '<img src=x onerror=alert(1)>"';
    const { html } = invitationLetter({ ...own, name: evil, groupLabel: evil });
    expect(html).not.toContain('<img');
    expect(wordsOfHtml(html).join(' ')).toContain(evil);
  });
});

describe('The sender of a mail to somebody invited', () => {
  const contactPoint = {
    name: 'Selbsthilfe-Kontaktstelle Musterstadt',
    phone: '0123 456',
    email: 'kontakt@musterstadt.example',
    imprintUrl: IMPRINT,
    wording: 'de-sie',
    senderName: null,
    replyTo: null,
    signature: null,
  };

  it('is the house: name and address of the contact point stand nowhere', () => {
    const letter = invitationLetter({ ...facts, sender: senderToInvitees(contactPoint) });
    expect(letter.senderName).toBe('Virtuelles Haus');
    expect(letter.replyTo).toBeUndefined();
    expect(`${letter.text}${letter.html}`).not.toMatch(/Selbsthilfe|kontakt@|0123/);
  });

  it('is what the contact point has chosen; where answers go is said, and the calendar stays neutral', () => {
    const chosen = {
      senderName: 'Haus am Markt',
      replyTo: 'haus@markt.example',
      signature: 'Ihr Haus\nam Markt',
    };
    const letter = invitationLetter({ ...facts, sender: senderToInvitees({ ...contactPoint, ...chosen }) });
    expect([letter.senderName, letter.replyTo]).toEqual(['Haus am Markt', 'haus@markt.example']);
    expect(letter.text).toContain('-- \nIhr Haus\nam Markt\nWenn Sie auf diese Mail antworten');
    expect(letter.text).toContain(': haus@markt.example\n');
    expect(letter.calendar?.content).not.toMatch(/markt/i);
  });
});

describe('The calendar file of a letter', () => {
  const uidOf = (content = '') => /^UID:.*$/m.exec(content)?.[0];

  it('changes the entry that the invitation made', () => {
    const { calendar } = movedLetter({ ...facts, ...later });
    expect(uidOf(calendar?.content)).toBe(uidOf(invitationLetter(facts).calendar?.content));
    expect(calendar?.content).toContain('SEQUENCE:1');
  });

  it('brings a cancelled entry back', () => {
    const { calendar } = restoredLetter({ ...facts, sequence: 2 });
    expect(calendar?.content).toContain('STATUS:CONFIRMED');
    expect(calendar?.content).toContain('SEQUENCE:2');
  });

  it('is taken as it is given', () => {
    const calendarFile = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    expect(cancellationLetter({ ...facts, calendarFile }).calendar).toEqual({
      method: 'CANCEL',
      content: calendarFile,
    });
  });

  it.each([
    ['de-sie', 'Online-Treffen', 'Ihr persönlicher Link'],
    ['de-du', 'Online-Treffen', 'Dein persönlicher Link'],
    ['de-leicht', 'Online-Treffen', 'Das ist Ihr Link'],
    ['en', 'Online meeting', 'Your personal link'],
  ] as const)('speaks the wording of the letter: %s', (wording, summary, yourLink) => {
    const content = invitationLetter(factsIn(wording)).calendar?.content;
    expect(content).toContain(`SUMMARY:${summary}\r\n`);
    expect(content).toContain(`DESCRIPTION:${yourLink}: https://`);
  });

  it('and the letter say summer time in summer', () => {
    const range = {
      start: Temporal.Instant.from('2027-07-06T16:00:00Z'),
      end: Temporal.Instant.from('2027-07-06T17:30:00Z'),
    };
    const letter = invitationLetter({ ...facts, range });
    expect(letter.subject).toBe('Einladung: Online-Treffen am Dienstag, 6. Juli 2027, 18:00 Uhr');
    expect(letter.text).toContain('Dienstag, 6. Juli 2027, 18:00 bis 19:30 Uhr');
    expect(letter.calendar?.content).toContain('DTSTART;TZID=Europe/Berlin:20270706T180000');
  });
});
