import MailComposer from 'nodemailer/lib/mail-composer';
import { readEmailAddress } from '../../kernel/email-address.js';
import { hasControlCharacters } from '../../kernel/plain-text.js';
import type { Letter } from './letter.js';

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const HEADER_URL = /^https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]{1,2000}$/;

/** What the message says of itself, beside the letter. */
export interface MessageFrame {
  /** The sender's address. */
  from: string;
  mailId: string;
}

/**
 * Why a letter must not leave: what breaks out of a header or names two recipients is never sent, wherever it came
 * from. Undefined when it may.
 */
export function faultOf(letter: Letter): string | undefined {
  const { to, replyTo, subject, senderName, language = 'de', unsubscribeUrl } = letter;
  const parts: [name: string, isWrong: boolean][] = [
    ['Die Adresse', !isOneAddress(to)],
    ['Die Adresse für Antworten', replyTo !== undefined && !isOneAddress(replyTo)],
    ['Der Betreff', hasControlCharacters(subject)],
    ['Der Absender', hasControlCharacters(senderName)],
    ['Die Sprache', !LANGUAGE_TAG.test(language)],
    ['Der Link zum Abbestellen', unsubscribeUrl !== undefined && !HEADER_URL.test(unsubscribeUrl)],
  ];
  const wrong = parts.find(([, isWrong]) => isWrong);
  return wrong && `Nicht gesendet: ${wrong[0]} enthält Zeichen, die dort nicht stehen dürfen.`;
}

/** The letter as it travels. Its Message-ID comes from the row: a repetition is the same message (RFC 5322, 3.6.4). */
export function messageOf(letter: Letter, { from, mailId }: MessageFrame): Promise<Buffer> {
  const { senderName, to, replyTo, subject, text, html, language = 'de', unsubscribeUrl, calendar } = letter;
  const composer = new MailComposer({
    from: { name: senderName, address: from },
    to: { name: '', address: to },
    replyTo,
    subject,
    messageId: `<${mailId}@${from.split('@')[1]}>`,
    text,
    html,
    headers: {
      // Asks machines not to answer (RFC 3834, section 5; Exchange). Not `All`: that would stop bounces as well.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
      'Content-Language': language,
      ...(unsubscribeUrl && unsubscribeHeaders(unsubscribeUrl)),
    },
    ...(calendar && calendarParts(calendar)),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function isOneAddress(text: string): boolean {
  const read = readEmailAddress(text);
  return read.ok && read.email === text;
}

/** One press in the mail program, without a page in between (RFC 8058). */
function unsubscribeHeaders(url: string) {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** As alternative part for the calendar in the mail program, and as a file for everybody else (RFC 6047, 2.4). */
function calendarParts({ method, content }: NonNullable<Letter['calendar']>) {
  const contentType = `text/calendar; charset=utf-8; method=${method}`;
  return {
    alternatives: [{ contentType, content }],
    attachments: [{ filename: 'termin.ics', contentType, content }],
  };
}
