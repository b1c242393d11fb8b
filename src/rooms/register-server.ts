import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions } from '../platform/database/transactions.js';
import { ServersStore } from './servers.store.js';

/** At each start: the Jitsi server named in the configuration takes new dates, as many people at once as named there. */
@Injectable()
export class RegisterServer implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: ServersStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { jitsi } = this.config;
    await this.transactions.run((tx) => (jitsi ? this.store.openOnly(tx, jitsi) : this.store.closeAll(tx)));
  }
}
