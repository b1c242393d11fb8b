import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { newId } from '../kernel/id.js';

export interface ReceivedMail {
  id: string;
  recipients: string[];
  receivedAt: string;
  source: Buffer;
}

const MOST_KEPT = 1000;

/** A mail server in this process that keeps what it gets in memory. Stands in for the real one in development. */
export class DevelopmentMail {
  /** Newest first. */
  readonly messages: ReceivedMail[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        this.keep(
          session.envelope.rcptTo.map(({ address }) => address),
          Buffer.concat(chunks),
        );
        done();
      });
    },
  });

  /** Listens on a free loopback port and returns its SMTP URL. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private keep(recipients: string[], source: Buffer): void {
    this.messages.unshift({ id: newId(), recipients, receivedAt: new Date().toISOString(), source });
    this.messages.length = Math.min(this.messages.length, MOST_KEPT);
  }
}
