import { expect } from '@jest/globals';
import { senderToInvitees, senderToRepresentatives } from '../../src/contact-points/sender.reader.js';
import { languageOf, type Wording } from '../../src/kernel/wording.js';
import type { Letter } from '../../src/platform/mail/letter.js';
import { wordsOfHtml } from './expected-file.js';

const CONTACT_POINT = {
  name: 'Selbsthilfe-Kontaktstelle Musterstadt',
  phone: '0123 456',
  email: 'kontakt@musterstadt.example',
  imprintUrl: 'https://musterstadt.example/impressum',
  senderName: null,
  replyTo: null,
  signature: null,
};

/** What the letters of a contact point have in common, by wording. */
export const toRepresentatives = (wording: Wording) => senderToRepresentatives({ ...CONTACT_POINT, wording });
export const toInvitees = (wording: Wording) => senderToInvitees({ ...CONTACT_POINT, wording });

/** What holds for every letter of the house, whoever gets it. */
export function expectFair({ subject, senderName, text, html, language }: Letter, wording: Wording): void {
  expect(language).toBe(languageOf(wording));
  expect(html).toContain(`<html lang="${languageOf(wording)}">`);
  // P6: what stands on a locked screen. Whether a group shows in it, each kind asks with a label of its own.
  expect(`${subject} ${senderName} ${headOf(html)}`).not.toMatch(/selbsthilfe|gruppe\b|group\b/i);
  // P10: readable with images off, and nothing is fetched.
  expect(html).not.toMatch(/<(img|script|link|iframe|object|video|audio|style)\b|url\(|@import|src=/i);
  const words = wordsOfHtml(html).join(' ');
  for (const line of text
    .trim()
    .split('\n')
    .filter((each) => each !== '-- ')) {
    expect(words).toContain(line.split(/\s+/).join(' ').trim());
  }
  if (wording === 'de-leicht') expectEasy(text);
  if (wording === 'de-du') expect(text).not.toMatch(/\b(Sie|Ihnen|Ihre?[mnrs]?)\b/);
  if (wording === 'en') expect(text).not.toMatch(/\b(Sie|der|die|das|und|Uhr|bis|Termin)\b/);
}

/** Some rules of the Netzwerk Leichte Sprache that a machine can see. */
function expectEasy(text: string): void {
  const lines = text.split('\n').filter((line) => !/https?:|@|\d:\d\d|^-- $/.test(line));
  for (const line of lines) {
    // One sentence in a line, and a short one.
    expect(line).not.toMatch(/(?<!\d)[.!?] \p{Lu}/u);
    expect(line.split(' ').length).toBeLessThanOrEqual(12);
    // No subjunctive, no abbreviation, no long word without a hyphen.
    expect(line).not.toMatch(/\b(würden?|könnten?|hätten?|wären?|sollten?|möchten?|dürften?)\b/i);
    expect(line).not.toMatch(/\b(z\. ?B\.|usw\.|bzw\.|ca\.|d\. ?h\.)/);
    expect(line.split(/[\s-]/).filter((word) => word.length > 16)).toEqual([]);
  }
}

function headOf(html: string): string {
  return /<title>.*?<\/title>/s.exec(html)?.[0] ?? '';
}
