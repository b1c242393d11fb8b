import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { NotFound } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { InvitationsStore } from './invitations.store.js';
import { OccasionsReader, type Occasion } from './occasions.reader.js';

/** A representative names somebody who may open the meeting when no representative comes, or takes that back. */
@Injectable()
export class LetOpen {
  constructor(
    private readonly occasions: OccasionsReader,
    private readonly groups: GroupsReader,
    private readonly transactions: Transactions,
    private readonly store: InvitationsStore,
  ) {}

  /** Throws NotFound, AccessRests. */
  async run(to: Occasion, inviteeId: string, mayOpen: boolean): Promise<void> {
    await this.occasions.requireInvitee(to, inviteeId);
    await this.groups.requireAccess(to.groupId);
    const isOnList = await this.transactions.run((tx) => this.store.setMayOpen(tx, inviteeId, mayOpen));
    if (!isOnList) throw new NotFound();
  }
}
