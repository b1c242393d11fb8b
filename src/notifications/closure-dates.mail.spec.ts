import { describe, expect, it } from '@jest/globals';
import { expectMail, wordsOfHtml } from '../../test/support/expected-file.js';
import { closureDatesLetter, type ClosureDatesFacts } from './closure-dates.mail.js';

const evening = (day: string) => ({
  start: Temporal.Instant.from(`${day}T17:00:00Z`),
  end: Temporal.Instant.from(`${day}T19:00:00Z`),
});
const cancelled = (day: string) => ({
  state: 'cancelled' as const,
  range: evening(day),
  roomName: 'Gesprächsraum Ahorn',
});
const moved = (day: string) => ({
  state: 'planned' as const,
  range: evening(day),
  roomName: 'Gesprächsraum Birke',
});

const facts: ClosureDatesFacts = {
  to: 'erika@example.org',
  name: 'Erika Muster',
  groupLabel: 'Gruppe 17',
  isWholeHouse: false,
  dates: [cancelled('2026-12-08'), moved('2026-12-10'), cancelled('2026-12-15')],
  contactPoint: {
    name: 'Selbsthilfe-Kontaktstelle Musterstadt',
    website: 'https://musterstadt.example/online',
    phone: '0123 456',
    email: 'kontakt@musterstadt.example',
  },
};
const letterOn = (...dates: ClosureDatesFacts['dates']) => closureDatesLetter({ ...facts, dates });

describe('The mail about dates that a closure hits', () => {
  it('reads as approved (test/mails/closure-dates.txt)', () => {
    expectMail('closure-dates', closureDatesLetter(facts));
  });

  it('speaks of one date as one', () => {
    const { text } = letterOn(cancelled('2026-12-08'));
    expect(text).toContain('Das betrifft einen Termin von');
    expect(text).toContain('Dieser Termin ist abgesagt:\nDienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr\n');
    expect(text).toContain('So reservieren Sie einen anderen Termin.');
    expect(text).not.toContain('anderen Raum');
  });

  it('says what is closed', () => {
    expect(closureDatesLetter(facts).text).toContain(
      '\nein Raum im Virtuellen Haus ist zeitweise geschlossen.',
    );
    const { text } = closureDatesLetter({ ...facts, isWholeHouse: true });
    expect(text).toContain('\ndas Virtuelle Haus ist zeitweise geschlossen.');
  });

  it('asks for nothing when dates only change the room', () => {
    const { text } = letterOn(moved('2026-12-08'), moved('2026-12-15'));
    expect(text).toContain('Diese Termine finden in einem anderen Raum statt:');
    expect(text).toContain('20:00 Uhr, im Raum „Gesprächsraum Birke“');
    expect(text).not.toMatch(/abgesagt|https/);
  });

  it('names the group in the text only, never in subject or sender (P6)', () => {
    const letter = closureDatesLetter({ ...facts, groupLabel: 'Schattenlabel' });
    expect(letter.text).toContain('Schattenlabel');
    expect(`${letter.subject} ${letter.senderName} ${letter.replyTo}`).not.toContain('Schattenlabel');
    expect(/<title>.*<\/title>/.exec(letter.html)?.[0]).not.toContain('Schattenlabel');
  });

  it('leads to the web site of the contact point and nowhere else', () => {
    const { text, html } = closureDatesLetter(facts);
    expect(text.match(/https?:\/\/\S+/g)).toEqual(['https://musterstadt.example/online']);
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://musterstadt.example/online"']);
  });

  it('shows what people typed literally', () => {
    const { html } = closureDatesLetter({ ...facts, name: '<b>Erika', groupLabel: '"><svg onload=x>' });
    expect(html).not.toMatch(/<b>|<svg/);
    expect(wordsOfHtml(html).join(' ')).toContain('„"><svg onload=x>“');
  });

  it('brings no calendar entry', () => {
    expect(closureDatesLetter(facts).calendar).toBeUndefined();
  });
});
