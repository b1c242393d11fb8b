import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import { guestTurnedAway } from '../meetings/meetings.events.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { guestIdsOf } from './guests.reader.js';
import { InvitationsStore } from './invitations.store.js';
import { OccasionsReader, type Occasion } from './occasions.reader.js';
import { TellInvitees } from './tell-invitees.js';
import { WITHDRAWN_MAIL } from './domain/news.js';

/**
 * A representative takes somebody off the list: the link ends at once, and this one person gets word. Also while the
 * group's access rests, and when the date is over.
 */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly occasions: OccasionsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: InvitationsStore,
    private readonly tellInvitees: TellInvitees,
    private readonly events: Events,
  ) {}

  /** Twice is the same as once. Throws NotFound. */
  async run(to: Occasion, inviteeId: string): Promise<void> {
    if (!(await this.occasions.findInvitee(to, inviteeId))) throw new NotFound();
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      await this.store.lock(tx, to);
      const withdrawn = await this.store.withdraw(tx, inviteeId, now);
      if (!withdrawn) return;
      const { occurrenceId, reservationId } = to;
      const what = occurrenceId === undefined ? { reservationId } : { occurrenceId };
      await this.events.publish(tx, guestTurnedAway, { ...what, guestIds: guestIdsOf(withdrawn) });
      await this.tellInvitees.run(tx, WITHDRAWN_MAIL, [inviteeId]);
    });
  }
}
