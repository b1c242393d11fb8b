import { describe, expect, it } from '@jest/globals';
import { expectMail, wordsOfHtml } from '../../test/support/expected-file.js';
import { expectFair, toInvitees, toRepresentatives } from '../../test/support/letter-rules.js';
import { SENDER_TO_OPERATORS } from '../contact-points/sender.reader.js';
import { WORDINGS, type Wording } from '../kernel/wording.js';
import { letter } from './words/all-wordings.js';
import type { Closed, ClosureDatesFacts } from './words/notification-words.js';

const WEBSITE = 'https://musterstadt.example/online';
const IMPRINT = 'https://musterstadt.example/impressum';

const ACT_LINK = 'https://haus.example/a/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4';

const person = (wording: Wording) => ({
  to: 'erika@example.org',
  name: 'Erika Muster',
  groupLabel: 'Runde 17',
  sender: toRepresentatives(wording),
  website: WEBSITE,
  phone: '0123 456',
});
const guest = (wording: Wording) => ({ to: 'rosa@example.org', name: 'Rosa', sender: toInvitees(wording) });

const evening = (day: string) => ({
  start: Temporal.Instant.from(`${day}T17:00:00Z`),
  end: Temporal.Instant.from(`${day}T19:00:00Z`),
});
const cancelled = (day: string) => ({ state: 'cancelled' as const, range: evening(day), roomName: 'Ahorn' });
const moved = (day: string) => ({ state: 'planned' as const, range: evening(day), roomName: 'Birke' });
const DATES = [cancelled('2026-12-08'), moved('2026-12-10'), cancelled('2026-12-15')];

const grant = { accessFrom: '2026-12-01', accessUntil: null, today: '2026-12-01' };
const period = { ...grant, accessFrom: '2027-01-01', accessUntil: '2027-12-31' };
const dialIn = {
  numbers: [{ countryCode: 'DE', formattedNumber: '+49 231 1234567', tollFree: false, default: true }],
  pin: '123456789',
};
const reminder = {
  range: evening('2026-12-08'),
  doorOpensAt: Temporal.Instant.from('2026-12-08T16:45:00Z'),
  link: 'https://haus.example/t/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
};
const HOUSE: Closed = { what: 'house', days: [{ from: '2026-12-08', to: '2026-12-08' }], isPartOfDay: false };
const closed: Closed = {
  what: { room: 'Ahorn' },
  days: [{ from: '2026-12-07', to: '2026-12-18' }],
  isPartOfDay: false,
};
const closure = { closed, dates: DATES };
const unreached = { range: evening('2026-12-08'), isSeries: false, count: 3 };
const came = { kind: 'came' as const, who: 'Karla Neu' };
const DAYS = ['2026-12-08', '2026-12-15', '2026-12-22'];
const server = { to: 'betrieb@haus.example', name: 'Betrieb', server: 'main', share: 0.7 };
const full = (wording: Wording, days: string[], overfull: string[]) =>
  letter('nearlyFull', { ...server, sender: { ...SENDER_TO_OPERATORS, wording }, days, overfull });

const LETTERS = {
  grant: (wording: Wording) => letter('grant', { ...person(wording), ...grant }),
  'grant-period': (wording: Wording) => letter('grant', { ...person(wording), ...period }),
  'sign-in-code': (wording: Wording) => letter('code', { ...person(wording), code: '01234567', minutes: 10 }),
  agreement: (wording: Wording) => letter('agreement', person(wording)),
  'closure-dates': (wording: Wording) => letter('closureDates', { ...person(wording), ...closure }),
  'closure-dates-of-contact-point': (wording: Wording) =>
    letter('closureDates', {
      ...{ ...person(wording), dates: DATES.slice(0, 1) },
      closed: { ...HOUSE, what: 'contactPoint', isPartOfDay: true },
    }),
  'closure-dates-no-more': (wording: Wording) =>
    letter('closureDates', { ...person(wording), ...closure, closed: 'noMore' }),
  undeliverable: (wording: Wording) => letter('undeliverable', { ...person(wording), ...unreached }),
  'series-ends': (wording: Wording) =>
    letter('seriesEnds', { ...person(wording), range: evening('2026-12-22') }),
  'date-ahead': (wording: Wording) =>
    letter('dateAhead', { ...person(wording), range: evening('2026-12-08'), link: ACT_LINK }),
  'hand-over': (wording: Wording) => letter('handOver', { ...person(wording), from: 'Karl Beispiel' }),
  'hand-over-by-contact-point': (wording: Wording) => letter('handOver', person(wording)),
  'representative-came': (wording: Wording) =>
    letter('representatives', { ...person(wording), change: came }),
  'representative-left': (wording: Wording) =>
    letter('representatives', { ...person(wording), change: { ...came, kind: 'left' } }),
  'representative-gone': (wording: Wording) =>
    letter('representatives', { ...person(wording), change: { kind: 'gone', isForgotten: true } }),
  'representative-gone-stays': (wording: Wording) =>
    letter('representatives', { ...person(wording), change: { kind: 'gone', isForgotten: false } }),
  'yearly-check': (wording: Wording) =>
    letter('yearlyCheck', { ...person(wording), answerUntil: '2027-12-31' }),
  deletion: (wording: Wording) => letter('deletion', { ...person(wording), deletedOn: '2028-03-01' }),
  reminder: (wording: Wording) => letter('reminder', { ...guest(wording), ...reminder }),
  'reminder-phone': (wording: Wording) => letter('reminder', { ...guest(wording), ...reminder, dialIn }),
  'nearly-full': (wording: Wording) => full(wording, DAYS.slice(0, 1), []),
  'nearly-full-days': (wording: Wording) => full(wording, DAYS, []),
  overfull: (wording: Wording) => full(wording, DAYS.slice(1), DAYS.slice(1, 2)),
  'overfull-days': (wording: Wording) => full(wording, DAYS, DAYS.slice(1)),
};
const EACH = WORDINGS.flatMap((wording) =>
  Object.entries(LETTERS).map(([kind, write]) => [wording, kind, write(wording)] as const),
);

describe('Every letter to representatives, guests and operators', () => {
  it.each(EACH)('reads as approved: test/mails/%s/%s.txt', (wording, kind, letter) => {
    expectMail(`${wording}/${kind}`, letter);
  });

  it.each(EACH)('is fair: %s %s', (wording, _, letter) => {
    expectFair(letter, wording);
  });

  it.each(EACH)('leads to the known pages and nowhere else: %s %s', (_, __, { text, html }) => {
    const known = [WEBSITE, IMPRINT, reminder.link, ACT_LINK];
    const links = [...(text.match(/https?:\/\/\S+/g) ?? []), ...(html.match(/(?<=href=")[^"]*/g) ?? [])];
    expect(links.filter((link) => !known.includes(link))).toEqual([]);
  });

  it.each(EACH)('brings no calendar entry: %s %s', (_, __, letter) => {
    expect(letter.calendar).toBeUndefined();
  });
});

describe.each(WORDINGS)('In the wording %s', (wording) => {
  const named = { ...person(wording), groupLabel: 'Schattenlabel' };

  it('a group stands in the text only, never in subject or sender (P6)', () => {
    const letters = [
      letter('grant', { ...named, ...grant }),
      letter('closureDates', { ...named, ...closure }),
      letter('closureDates', { ...named, ...closure, closed: 'noMore' }),
      letter('undeliverable', { ...named, ...unreached }),
      letter('seriesEnds', { ...named, range: evening('2026-12-22') }),
      letter('handOver', named),
      letter('representatives', { ...named, change: came }),
      letter('representatives', { ...named, change: { kind: 'gone', isForgotten: false } }),
      letter('yearlyCheck', { ...named, answerUntil: '2027-12-31' }),
      letter('deletion', { ...named, deletedOn: '2028-03-01' }),
      letter('reminder', { ...guest(wording), ...reminder, groupLabel: 'Schattenlabel' }),
    ];
    for (const { subject, senderName, replyTo, html, text } of letters) {
      expect(text).toContain('Schattenlabel');
      expect(`${subject} ${senderName} ${replyTo}`).not.toContain('Schattenlabel');
      expect(/<title>.*?<\/title>/s.exec(html)?.[0]).not.toContain('Schattenlabel');
    }
  });

  it('what people typed is shown literally', () => {
    const evil = { ...person(wording), name: '<b>Erika', groupLabel: '"><svg onload=x>' };
    const { html } = letter('grant', { ...evil, ...grant });
    expect(html).not.toMatch(/<b>|<svg/);
    expect(wordsOfHtml(html).join(' ')).toContain('"><svg onload=x>');
  });

  it('the code stands in two fours, large, and not in the subject, which stands on locked screens', () => {
    const { text, html, subject } = LETTERS['sign-in-code'](wording);
    expect(text).toContain('\n0123 4567\n');
    expect(html).toContain('<strong>0123 4567</strong>');
    expect(subject).not.toMatch(/\d/);
  });

  it('the mail with the code has nothing to press but the Impressum', () => {
    const { text, html } = LETTERS['sign-in-code'](wording);
    expect(text.match(/https?:\S+/g)).toEqual([IMPRINT]);
    expect(html.match(/href="[^"]*"/g)).toEqual([`href="${IMPRINT}"`]);
    expect(html).not.toMatch(/<form|<button/i);
  });

  it('one date is spoken of as one', () => {
    const on = (...dates: ClosureDatesFacts['dates'][number][]) =>
      letter('closureDates', { ...person(wording), closed: HOUSE, dates }).text;
    const several = on(cancelled('2026-12-08'), cancelled('2026-12-15'));
    const one = on(cancelled('2026-12-08'));
    const [ofSeveral, ofOne] = [several, one].map((text) => text.split('\n').length);
    // In Leichte Sprache the room has a line of its own.
    expect(ofSeveral).toBe(Number(ofOne) + (wording === 'de-leicht' ? 2 : 1));
    expect(one.replaceAll(/.*2026.*\n/g, '')).not.toBe(several.replaceAll(/.*2026.*\n/g, ''));
    const unreachedOnes = [1, 2].map(
      (count) => letter('undeliverable', { ...person(wording), ...unreached, count }).text,
    );
    expect(unreachedOnes[0]).not.toContain('2 ');
    expect(unreachedOnes[1]).toMatch(/\b2 (Personen|people)\b/);
  });

  it('dates that only change the room ask for nothing', () => {
    const { text } = letter('closureDates', {
      ...person(wording),
      closed,
      dates: [moved('2026-12-08')],
    });
    expect(text).toContain('Birke');
    expect(text).not.toContain(WEBSITE);
  });

  it('a series that got no mail is told from a date, and names its next date', () => {
    const of = (isSeries: boolean) =>
      letter('undeliverable', { ...person(wording), ...unreached, isSeries }).text;
    expect(of(true)).not.toBe(of(false));
    expect(of(true)).toContain('2026');
  });

  it('whom the contact point has named reads the name of nobody else', () => {
    expect(letter('handOver', person(wording)).text).not.toContain('undefined');
  });
});

describe('The granted period', () => {
  it.each([
    ['from now on', {}, 'ab jetzt reservieren'],
    ['until a day', { accessUntil: '2027-12-31' }, 'ab jetzt bis zum 31. Dezember 2027 reservieren'],
    ['from a day to come', { accessFrom: '2026-12-02' }, 'ab dem 2. Dezember 2026 reservieren'],
  ])('is said: %s', (_, days, words) => {
    const { text } = letter('grant', { ...person('de-sie'), ...grant, ...days });
    expect(text).toContain(`Räume für Online-Treffen ${words}.`);
  });
});

describe('A reminder', () => {
  it('can be ended where the facts say how', () => {
    const unsubscribeUrl = 'https://haus.example/t/abc/stop';
    expect(letter('reminder', { ...guest('de-sie'), ...reminder, unsubscribeUrl }).unsubscribeUrl).toBe(
      unsubscribeUrl,
    );
    expect(LETTERS.reminder('de-sie').unsubscribeUrl).toBeUndefined();
  });
});
