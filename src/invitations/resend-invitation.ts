import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { InvitationLimitsStore } from './invitation-limits.store.js';
import { NothingToInviteTo } from './invitations.errors.js';
import { InvitationsStore } from './invitations.store.js';
import { OccasionsReader, type Occasion } from './occasions.reader.js';
import { TellInvitees } from './tell-invitees.js';
import { INVITATION_MAIL } from './domain/news.js';

/** A representative has an invitation sent once more, as things stand now and with the same link. */
@Injectable()
export class ResendInvitation {
  constructor(
    private readonly occasions: OccasionsReader,
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: InvitationsStore,
    private readonly limits: InvitationLimitsStore,
    private readonly tellInvitees: TellInvitees,
  ) {}

  /** Throws NotFound, AccessRests, NothingToInviteTo, TooManyResends, TooManyInvitations. */
  async run(to: Occasion, inviteeId: string): Promise<void> {
    const { groupId } = to;
    await this.occasions.requireInvitee(to, inviteeId);
    await this.groups.requireAccess(groupId);
    await this.transactions.run(async (tx) => {
      if (!(await this.store.lockPlanned(tx, to, this.clock.now()))) throw new NothingToInviteTo();
      await this.limits.countResend(tx, inviteeId);
      await this.limits.countForGroup(tx, groupId, 1);
      if (!(await this.store.retell(tx, inviteeId))) throw new NotFound();
      await this.tellInvitees.run(tx, INVITATION_MAIL, [inviteeId]);
    });
  }
}
