import { describe, expect, it } from '@jest/globals';
import { expectMail, wordsOfHtml } from '../../test/support/expected-file.js';
import {
  cancellationLetter,
  invitationLetter,
  movedLetter,
  restoredLetter,
  type InvitationFacts,
} from './invitation.mail.js';

const facts: InvitationFacts = {
  to: 'rosa@example.org',
  name: 'Rosa',
  range: {
    start: Temporal.Instant.from('2026-12-08T17:00:00Z'),
    end: Temporal.Instant.from('2026-12-08T19:00:00Z'),
  },
  doorOpensAt: Temporal.Instant.from('2026-12-08T16:45:00Z'),
  link: 'https://haus.example/t/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4',
  organizer: { name: 'Virtuelles Haus', email: 'treffen@haus.example' },
  uid: 'cafe@haus.example',
  sequence: 0,
  writtenAt: Temporal.Instant.from('2026-12-01T08:00:00Z'),
};

describe('An invitation', () => {
  it('reads as approved (test/mails/invitation.txt and .ics)', () => {
    expectMail('invitation', invitationLetter(facts));
  });

  it('brings a calendar entry that asks', () => {
    expect(invitationLetter(facts).calendar?.method).toBe('REQUEST');
  });

  it('greets without a name when none is known', () => {
    expect(invitationLetter({ ...facts, name: undefined }).text).toMatch(/^Guten Tag,\n/);
  });

  it('says summer time in summer', () => {
    const range = {
      start: Temporal.Instant.from('2027-07-06T16:00:00Z'),
      end: Temporal.Instant.from('2027-07-06T17:30:00Z'),
    };
    const letter = invitationLetter({ ...facts, range });
    expect(letter.subject).toBe('Einladung: Online-Treffen am Dienstag, 6. Juli 2027, 18:00 Uhr');
    expect(letter.text).toContain('Dienstag, 6. Juli 2027, 18:00 bis 19:30 Uhr');
  });
});

describe('A cancellation', () => {
  it('reads as approved (test/mails/cancellation.txt and .ics)', () => {
    expectMail('cancellation', cancellationLetter({ ...facts, sequence: 1 }));
  });

  it('strikes the entry out of the calendar and leads nowhere', () => {
    const { calendar, text, html } = cancellationLetter({ ...facts, sequence: 1 });
    expect(calendar?.method).toBe('CANCEL');
    expect(`${text}${html}${calendar?.content}`).not.toContain('/t/');
  });
});

describe('Word of a new time', () => {
  const later = {
    start: Temporal.Instant.from('2026-12-09T18:30:00Z'),
    end: Temporal.Instant.from('2026-12-09T20:30:00Z'),
  };
  const doorOpensAt = Temporal.Instant.from('2026-12-09T18:15:00Z');
  const moved = movedLetter({ ...facts, range: later, doorOpensAt, sequence: 1 });

  it('reads as approved (test/mails/moved.txt and .ics)', () => {
    expectMail('moved', moved);
  });

  it('changes the entry that the invitation made, and leads to the same page', () => {
    const uidOf = (content = '') => /^UID:.*$/m.exec(content)?.[0];
    expect(moved.calendar?.method).toBe('REQUEST');
    expect(uidOf(moved.calendar?.content)).toBe(uidOf(invitationLetter(facts).calendar?.content));
    expect(moved.calendar?.content).toContain('SEQUENCE:1');
    expect(moved.text).toContain(facts.link);
  });
});

describe('Word that a date takes place after all', () => {
  const restored = restoredLetter({ ...facts, sequence: 2 });

  it('reads as approved (test/mails/restored.txt and .ics)', () => {
    expectMail('restored', restored);
  });

  it('brings the entry back into the calendar, and the link into the hand', () => {
    expect(restored.calendar?.method).toBe('REQUEST');
    expect(restored.calendar?.content).toContain('STATUS:CONFIRMED');
    expect(restored.calendar?.content).toContain('SEQUENCE:2');
    expect(restored.text).toContain(facts.link);
  });
});

describe('Each of them', () => {
  const letters = [
    ['the invitation', invitationLetter(facts)],
    ['the cancellation', cancellationLetter(facts)],
    ['word of a new time', movedLetter(facts)],
    ['word that it takes place after all', restoredLetter(facts)],
  ] as const;

  it.each(letters)('%s goes to one person and names nobody else (P6)', (_, { to, text, html, calendar }) => {
    expect(to).toBe('rosa@example.org');
    const addresses = `${text}${html}${calendar?.content}`.match(/[\w.]+@[\w.]+/g) ?? [];
    expect(new Set(addresses)).toEqual(
      new Set(['rosa@example.org', 'treffen@haus.example', 'cafe@haus.example']),
    );
  });

  it.each(letters)('%s says the same in text and HTML', (_, { text, html }) => {
    const words = wordsOfHtml(html).join(' ');
    for (const paragraph of text.trim().split('\n')) {
      expect(words).toContain(paragraph.split(/\s+/).join(' '));
    }
  });

  it.each(letters)('%s loads nothing from anywhere (P10)', (_, { html }) => {
    expect(html).not.toMatch(/<(img|script|link|iframe|object|video|audio)\b|url\(|@import|src=/i);
  });

  it('a name is shown literally, never as markup', () => {
    const { html } = invitationLetter({ ...facts, name: '<img src=x onerror=alert(1)>"' });
    expect(html).not.toContain('<img');
    expect(wordsOfHtml(html).join(' ')).toContain('Guten Tag <img src=x onerror=alert(1)>",');
  });
});
