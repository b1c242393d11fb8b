import { Inject, Injectable } from '@nestjs/common';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { withoutControlCharacters } from '../../kernel/plain-text.js';

/** Injection token of the SMTP URL. */
export const SMTP_URL = Symbol('SMTP_URL');

export type Answer =
  | { kind: 'accepted' }
  /** The server's final no (5xx). */
  | { kind: 'refused'; words: string }
  /** No answer, or "not now" (4xx). */
  | { kind: 'later'; words: string }
  /** The server ended a conversation that had carried mails: some take only so many over one. */
  | { kind: 'hungUp'; words: string };

/** One recipient, always. */
export interface Envelope {
  from: string;
  to: string;
}

const PATIENCE_MS = 30_000;
/** For a whole connection, and for a whole mail, also with a server that says a byte a second. */
const LONGEST_MS = 60_000;

type SmtpError = Error & {
  code?: string;
  response?: string;
  responseCode?: number;
  permanent?: boolean;
};

/** The server says that it goes (RFC 5321, 3.8), or just goes. */
const CLOSING = 421;
const HUNG_UP = new Set(['ECONNECTION', 'ESOCKET']);

/** Nobody could be spoken to, so no mail is to blame; `words` say what happened. */
export class MailServerAway extends Error {
  constructor(readonly words: string) {
    super(words);
  }
}

/** A conversation with the mail server, over which one mail after the other leaves until something goes wrong. */
export class Carrier {
  private isUsable = true;
  private hasCarried = false;

  constructor(private readonly connection: SMTPConnection) {
    // Also between two mails: the server may hang up at any time.
    connection.on('error', () => (this.isUsable = false));
    connection.on('end', () => (this.isUsable = false));
  }

  get isOpen(): boolean {
    return this.isUsable;
  }

  async carry({ from, to }: Envelope, message: Buffer): Promise<Answer> {
    try {
      await within(this.connection, (done) => this.connection.send({ from, to: [to] }, message, done));
      this.hasCarried = true;
      return { kind: 'accepted' };
    } catch (error) {
      // What state the conversation is in is not worth a guess: the next mail gets a new one.
      this.close();
      return { kind: this.kindOf(error as SmtpError), words: wordsOf(error as SmtpError) };
    }
  }

  private kindOf({ permanent, responseCode, code = '' }: SmtpError): 'refused' | 'hungUp' | 'later' {
    if (permanent) return 'refused';
    const isGone = responseCode === CLOSING || HUNG_UP.has(code);
    return this.hasCarried && isGone ? 'hungUp' : 'later';
  }

  /** Says goodbye. */
  leave(): void {
    if (this.isUsable) this.connection.quit();
    this.isUsable = false;
  }

  close(): void {
    this.isUsable = false;
    this.connection.close();
  }
}

/** Knows the way to the mail server. */
@Injectable()
export class Postman {
  private readonly options: ReturnType<typeof parseConnectionUrl>;

  constructor(@Inject(SMTP_URL) url: string) {
    const patience = {
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    };
    this.options = { ...patience, ...parseConnectionUrl(url) };
  }

  /** Opens a conversation, signed in where the URL says so. Throws MailServerAway. */
  async open(): Promise<Carrier> {
    const connection = new SMTPConnection(this.options);
    const { auth } = this.options;
    try {
      await within(connection, (done) => connection.connect(done));
      if (auth && connection.allowsAuth) await within(connection, (done) => connection.login(auth, done));
    } catch (error) {
      connection.close();
      throw new MailServerAway(wordsOf(error as SmtpError));
    }
    return new Carrier(connection);
  }
}

/** Does one thing on a connection; an error of the connection, or too long a time, ends it. */
function within(
  connection: SMTPConnection,
  act: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: Error | null) => {
      clearTimeout(timer);
      connection.off('error', end);
      if (error) reject(error);
      else resolve();
    };
    const timer = setTimeout(() => {
      end(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' }));
      connection.close();
    }, LONGEST_MS);
    connection.once('error', end);
    act(end);
  });
}

/** What the server said, or what is to be said in its place. */
function wordsOf({ response, code = 'EUNKNOWN' }: SmtpError): string {
  const words = response ?? `Der Mailserver antwortet nicht (${code}).`;
  return withoutControlCharacters(words).slice(0, 200);
}
