import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DEMO_SECRET } from '../platform/config/jitsi-settings.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { IS_AT_WORK } from '../platform/events/job-queue.js';
import { serverOpened } from './rooms.events.js';
import { ServersStore } from './servers.store.js';

/**
 * At each start: the Jitsi server named in the configuration takes new dates and has the facts named there. In
 * production the secret of the demo opens nothing, though the database was a demo's before.
 */
@Injectable()
export class RegisterServer implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: ServersStore,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(IS_AT_WORK) private readonly isAtWork: boolean,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.isAtWork) return;
    const { jitsi, isProduction } = this.config;
    await this.transactions.run(async (tx) => {
      if (isProduction) await this.store.dropSecret(tx, DEMO_SECRET);
      if (!jitsi) return this.store.closeConfigured(tx);
      const serverId = await this.store.configure(tx, jitsi);
      if (serverId) await this.events.publish(tx, serverOpened, { serverId });
    });
  }
}
