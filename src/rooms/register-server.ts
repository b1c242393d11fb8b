import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { serverOpened } from './rooms.events.js';
import { ServersStore } from './servers.store.js';

/** At each start: the Jitsi server named in the configuration takes new dates, as many people at once as named there. */
@Injectable()
export class RegisterServer implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: ServersStore,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { jitsi } = this.config;
    await this.transactions.run(async (tx) => {
      if (!jitsi) return this.store.closeAll(tx);
      const serverId = await this.store.openOnly(tx, jitsi);
      await this.events.publish(tx, serverOpened, { serverId });
    });
  }
}
