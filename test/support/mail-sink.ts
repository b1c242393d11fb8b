import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { StoryDatabase } from './database.js';

export interface SunkMail {
  /** The envelope sender. */
  from: string;
  recipients: string[];
  source: string;
  email: Email;
}

/** A machine with other work to do takes its time. */
const PATIENCE_MS = 30_000;

/** A real SMTP server that swallows everything, or fails as it is told, for stories. */
export class MailSink {
  readonly mails: SunkMail[] = [];
  /** What to answer for an address instead of taking the mail: an SMTP code. */
  readonly refusals = new Map<string, number>();
  /** Addresses whose mails are cut off after their last line. */
  readonly dropped = new Set<string>();
  /** How often somebody has connected. */
  connections = 0;
  /** How many were connected at once, at most. */
  mostAtOnce = 0;
  /** Done when a mail has come in whole, before the answer to it. */
  whenTaken: (mail: SunkMail) => Promise<void> = () => Promise.resolve();
  private server?: SMTPServer;
  private port = 0;
  private readonly sockets = new Set<Socket>();
  private ungreeted: (() => void)[] | undefined;

  /** @param database of the house that sends, if its notes are to be waited for */
  constructor(private readonly database?: StoryDatabase) {}

  /** Opens, again on the same port if it was open before. Returns the SMTP URL. */
  async start(): Promise<string> {
    const server = this.makeServer();
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      this.connections++;
      this.mostAtOnce = Math.max(this.mostAtOnce, this.sockets.size);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    this.port = (server.server.address() as AddressInfo).port;
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Nobody listens any more, and whoever was connected is cut off. */
  async stop(): Promise<void> {
    this.greet();
    const closed = new Promise<void>((resolve) => {
      if (this.server) this.server.close(resolve);
      else resolve();
    });
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** From now on whoever connects is left without a greeting. */
  keepSilent(): void {
    this.ungreeted = [];
  }

  /** Greets those who wait, and everybody to come. */
  greet(): void {
    const waiting = this.ungreeted ?? [];
    this.ungreeted = undefined;
    for (const greet of waiting) greet();
  }

  /** Done when nobody speaks to the server, nor is about to. */
  async whenQuiet(): Promise<void> {
    for (let before = -1; before !== this.connections || this.sockets.size > 0;) {
      before = this.connections;
      await sleep(500);
    }
  }

  /** The mails to an address, or those of them whose text has something. */
  to(address: string, text = /(?:)/): SunkMail[] {
    return this.mails.filter(
      ({ recipients, email }) => recipients.includes(address) && text.test(email.text ?? ''),
    );
  }

  /**
   * The `count`th of these mails, as soon as it is there and the house has written that down: if the clock were moved
   * before, it would believe that nobody carries the mail any more, and send it again.
   */
  async waitFor(address: string, count = 1, text?: RegExp): Promise<SunkMail> {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
      const mail = this.to(address, text)[count - 1];
      if (mail && !(await this.isCarried(mail))) return mail;
      await sleep(20);
    }
    throw new Error(`No ${count}. mail came to ${address}. There are ${this.mails.length} mails in all.`);
  }

  /** What is to be tried again later is tried at the next look, also when the house rests after a try without an answer. */
  async retryNow(database: StoryDatabase): Promise<void> {
    await database.query('UPDATE mail_pace SET rests_until = NULL');
    await database.query(`UPDATE mails SET next_try_at = 'epoch' WHERE next_try_at IS NOT NULL`);
  }

  private async isCarried({ email }: SunkMail): Promise<boolean> {
    const id = /^<([^@]+)@/.exec(email.messageId ?? '')?.[1];
    const rows = await this.database?.query(
      'SELECT 1 FROM mails WHERE id::text = $1 AND held_until IS NOT NULL',
      [id],
    );
    return rows !== undefined && rows.length > 0;
  }

  private makeServer(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 1000,
      logger: false,
      onConnect: (_session, done) => {
        if (this.ungreeted) this.ungreeted.push(done);
        else done();
      },
      onRcptTo: ({ address }, _session, done) => {
        const responseCode = this.refusals.get(address);
        done(responseCode ? Object.assign(new Error('not here'), { responseCode }) : null);
      },
      // Whoever is killed while sending leaves half a mail, which is none.
      onData: (stream, session, done) =>
        void this.take(stream, session).then(
          () => done(),
          (error: unknown) => done(error as Error),
        ),
    });
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const source = Buffer.concat(chunks);
    const { mailFrom, rcptTo } = session.envelope;
    const recipients = rcptTo.map(({ address }) => address);
    if (recipients.some((address) => this.dropped.has(address))) {
      for (const socket of this.sockets) if (socket.remotePort === session.remotePort) socket.destroy();
      return;
    }
    const from = mailFrom === false ? '' : mailFrom.address;
    const mail = { from, recipients, source: source.toString(), email: await PostalMime.parse(source) };
    this.mails.push(mail);
    await this.whenTaken(mail);
  }
}
