import { expect } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Letter } from '../../src/platform/mail/letter.js';

const PROJECT = join(import.meta.dirname, '..', '..');

/**
 * Compares a text with a file of the project (`test/mails/grant.txt`) that people have read and approved. Only
 * `UPDATE_EXPECTED=1` rewrites the file; what changed is then reviewed like code.
 */
export function expectFile(name: string, text: string): void {
  const file = join(PROJECT, name);
  if (process.env.UPDATE_EXPECTED === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** What a person sees of a mail: sender, subject, text; and its calendar file, line breaks as in files of ours. */
export function expectMail(kind: string, letter: Letter): void {
  const { senderName, replyTo, to, subject, text, calendar } = letter;
  const head = [
    `Von: ${senderName}`,
    `Antwort an: ${replyTo ?? '(niemanden)'}`,
    `An: ${to}`,
    `Betreff: ${subject}`,
  ];
  expectFile(`test/mails/${kind}.txt`, `${head.join('\n')}\n\n${text}`);
  if (calendar) expectFile(`test/mails/${kind}.ics`, calendar.content.replaceAll('\r\n', '\n'));
}

/** The words of a mail's HTML, for comparison with its text. */
export function wordsOfHtml(html: string): string[] {
  const body = html.slice(html.indexOf('<body'));
  const text = body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return text.split(/\s+/).filter((word) => word !== '');
}
