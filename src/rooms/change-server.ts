import { Injectable } from '@nestjs/common';
import { Outdated } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { MeetingServersReader } from './meeting-servers.reader.js';
import { serverOpened } from './rooms.events.js';
import { SetByConfiguration } from './servers.errors.js';
import type { ChangeServerRequest } from './servers.requests.js';
import { ServersStore } from './servers.store.js';

/** The operator changes what the house knows of a Jitsi server, or whether it takes new dates. */
@Injectable()
export class ChangeServer {
  constructor(
    private readonly servers: MeetingServersReader,
    private readonly transactions: Transactions,
    private readonly store: ServersStore,
    private readonly events: Events,
  ) {}

  /** Throws NotFound, SetByConfiguration, Outdated when `expectedVersion` is stale. */
  async run(slug: string, change: ChangeServerRequest, expectedVersion?: number): Promise<void> {
    const { id: serverId, isConfigured } = await this.servers.require(slug);
    const changesFacts = Object.keys(change).some((name) => name !== 'isOpen');
    if (isConfigured && changesFacts) throw new SetByConfiguration();
    await this.transactions.run(async (tx) => {
      const isOurs = await this.store.change(tx, serverId, { ...change, expectedVersion });
      if (!isOurs) throw new Outdated();
      if (change.isOpen) await this.events.publish(tx, serverOpened, { serverId });
    });
  }
}
