import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { databaseOptions } from './database-options.js';
import { PacketClient } from './packet-client.js';

/** Injection token of the PostgreSQL URL. */
export const DATABASE_URL = Symbol('DATABASE_URL');

/**
 * One connection that all requests share for short questions that come with each of them, like who holds a token. Nobody
 * waits for a connection of their own, and what many ask in one turn of Node's loop travels together. They are answered
 * one after the other: nothing that takes long or waits for a lock is asked here.
 */
@Injectable()
export class QuickLine implements OnApplicationShutdown {
  private line: Promise<PacketClient> | undefined;

  constructor(@Inject(DATABASE_URL) private readonly url: string) {}

  /** As a transaction does. A line that broke is opened again by the next question. */
  async query<Rows>(text: string, values: unknown[] = []): Promise<Rows> {
    const line = await (this.line ??= this.open());
    return (await line.query(text, values)).rows as Rows;
  }

  async onApplicationShutdown(): Promise<void> {
    const line = await this.line?.catch(() => undefined);
    await line?.end();
  }

  private open(): Promise<PacketClient> {
    const { applicationName, connectTimeoutMS, extra } = databaseOptions(this.url);
    const client = new PacketClient({
      connectionString: this.url,
      application_name: applicationName,
      connectionTimeoutMillis: connectTimeoutMS,
      ...extra,
      sendsApart: true,
    });
    const line = client.connect().then(() => client);
    // An error comes before the end: by then another line may be open.
    const close = () => {
      if (this.line === line) this.line = undefined;
    };
    client.on('error', close);
    client.on('end', close);
    line.catch(close);
    return line;
  }
}
