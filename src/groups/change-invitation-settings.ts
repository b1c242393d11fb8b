import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { Outdated } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { GroupsReader } from './groups.reader.js';
import { GroupsStore, type InvitationSettings } from './groups.store.js';

interface Wish {
  change: InvitationSettings;
  expectedVersion: number | undefined;
}

/**
 * A group decides when those it invites are reminded, whether they read its name and how to call, and whether they wait
 * to be let in. Holds for mails to come, and for meetings that begin.
 */
@Injectable()
export class ChangeInvitationSettings {
  constructor(
    private readonly groups: GroupsReader,
    private readonly transactions: Transactions,
    private readonly store: GroupsStore,
  ) {}

  /** Throws NotFound, AccessRests, Outdated. */
  async run(actor: Representative, groupId: string, { change, expectedVersion }: Wish): Promise<void> {
    await this.groups.requireAccessOn(actor, groupId, { dates: [] });
    await this.transactions.run(async (tx) => {
      const isAsSeen = await this.store.changeInvitationSettings(tx, groupId, { ...change, expectedVersion });
      if (!isAsSeen) throw new Outdated();
    });
  }
}
