import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { withoutControlCharacters } from '../../kernel/plain-text.js';
import { CONFIG, type Config } from '../config/config.js';
import type { Letter } from './letter.js';

/** Injection token of the SMTP URL. */
export const SMTP_URL = Symbol('SMTP_URL');

export type Answer =
  | { kind: 'accepted' }
  /** The server's final no (5xx). */
  | { kind: 'refused'; words: string }
  /** No answer, or "not now" (4xx). */
  | { kind: 'later'; words: string };

const PATIENCE_MS = 30_000;

/** Carries letters to the mail server over SMTP. */
@Injectable()
export class Postman implements OnApplicationShutdown {
  private readonly transport;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SMTP_URL) url: string,
  ) {
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: 4,
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
  }

  /** Sends one letter. The Message-ID comes from the row, so a repetition is the same message (RFC 5322, 3.6.4). */
  async send(mailId: string, letter: Letter): Promise<Answer> {
    try {
      await this.transport.sendMail(this.envelopeOf(mailId, letter));
      return { kind: 'accepted' };
    } catch (error) {
      return answerOf(error as { responseCode?: number; response?: string; code?: string });
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }

  private envelopeOf(mailId: string, letter: Letter): SendMailOptions {
    const from = this.config.mailFrom;
    return {
      envelope: { from, to: [letter.to] },
      from: { name: letter.senderName, address: from },
      to: { name: '', address: letter.to },
      replyTo: letter.replyTo,
      subject: letter.subject,
      messageId: `<${mailId}@${from.split('@')[1]}>`,
      text: letter.text,
      html: letter.html,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': 'de',
      },
      ...(letter.calendar && calendarParts(letter.calendar)),
    };
  }
}

/** As alternative part for the calendar in the mail program, and as a file for everybody else (RFC 6047, 2.4). */
function calendarParts({ method, content }: NonNullable<Letter['calendar']>): SendMailOptions {
  const contentType = `text/calendar; charset=utf-8; method=${method}`;
  return {
    alternatives: [{ contentType, content }],
    attachments: [{ filename: 'termin.ics', contentType, content }],
  };
}

function answerOf({
  responseCode,
  response,
  code,
}: {
  responseCode?: number;
  response?: string;
  code?: string;
}): Answer {
  const words = withoutControlCharacters(response ?? code ?? 'no answer').slice(0, 200);
  return responseCode && responseCode >= 500 ? { kind: 'refused', words } : { kind: 'later', words };
}
