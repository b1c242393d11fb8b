import { Injectable } from '@nestjs/common';
import type { Representative } from '../kernel/actor.js';
import { Outdated } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import type { Reminder } from './group.entity.js';
import { GroupsReader } from './groups.reader.js';
import { GroupsStore } from './groups.store.js';

interface Wish {
  /** What is absent stays as it is. */
  change: { reminders?: Reminder[] | undefined; showsLabel?: boolean | undefined };
  expectedVersion: number | undefined;
}

/** A group decides when those it invites are reminded, and whether they read its name. Holds for mails to come. */
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
