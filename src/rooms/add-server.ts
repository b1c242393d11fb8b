import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { serverOpened } from './rooms.events.js';
import { ServerExists } from './servers.errors.js';
import type { NewServer } from './servers.requests.js';
import { ServersStore } from './servers.store.js';

/** The operator gives the house one more Jitsi server; it takes new dates at once. */
@Injectable()
export class AddServer {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: ServersStore,
    private readonly events: Events,
  ) {}

  /** Throws ServerExists. */
  async run(server: NewServer): Promise<void> {
    await this.transactions.run(async (tx) => {
      const serverId = await this.store.add(tx, server);
      if (!serverId) throw new ServerExists();
      await this.events.publish(tx, serverOpened, { serverId });
    });
  }
}
