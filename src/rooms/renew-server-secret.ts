import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions } from '../platform/database/transactions.js';
import { newToken } from '../platform/secrets/token.js';
import { MeetingServersReader } from './meeting-servers.reader.js';
import { SetByConfiguration } from './servers.errors.js';
import { ServersStore } from './servers.store.js';

/** The operator takes a new secret for a Jitsi server; the old one opens nothing from then on. */
@Injectable()
export class RenewServerSecret {
  constructor(
    private readonly servers: MeetingServersReader,
    private readonly transactions: Transactions,
    private readonly store: ServersStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Returns the secret, which is stored nowhere. Throws NotFound, SetByConfiguration. */
  async run(slug: string): Promise<string> {
    const { id } = await this.servers.require(slug);
    const { jitsi } = this.config;
    if (jitsi?.slug === slug && jitsi.secret !== undefined) throw new SetByConfiguration();
    const secret = newToken();
    await this.transactions.run((tx) => this.store.setSecret(tx, id, secret));
    return secret;
  }
}
