import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface SunkMail {
  recipients: string[];
  source: string;
  email: Email;
}

const PATIENCE_MS = 10_000;

/** A real SMTP server that swallows everything, for stories. */
export class MailSink {
  readonly mails: SunkMail[] = [];
  /** What to answer for an address instead of taking the mail: an SMTP code. */
  readonly refusals = new Map<string, number>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = this.refusals.get(address);
      done(responseCode ? Object.assign(new Error('not here'), { responseCode }) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(source).then((email) => {
          this.mails.push({ recipients, source: source.toString(), email });
          done();
        });
      });
    },
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  to(address: string): SunkMail[] {
    return this.mails.filter(({ recipients }) => recipients.includes(address));
  }

  /** The `count`th mail to an address, as soon as it is there. */
  async waitFor(address: string, count = 1): Promise<SunkMail> {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
      const mail = this.to(address)[count - 1];
      if (mail) return mail;
      await sleep(20);
    }
    throw new Error(`No ${count}. mail came to ${address}. There are ${this.mails.length} mails in all.`);
  }
}
