import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/domain-error.js';
import { Transactions } from '../platform/database/transactions.js';
import { RememberedAnswersStore } from '../platform/idempotency/remembered-answers.store.js';
import { Mails } from '../platform/mail/mails.js';
import { HouseKey, isSameSecret } from '../platform/secrets/house-key.js';
import { LinkEnded } from './invitations.errors.js';
import { InvitationsReader, type InviteeRow } from './invitations.reader.js';
import { ParticipantsStore } from './participants.store.js';

/**
 * Somebody who is invited has their address deleted, at once and without a reason: everywhere in the group that invited
 * them, the list it keeps, all mails that wait and what its representatives were answered included. Also while the door
 * is shut, and when the date is over.
 */
@Injectable()
export class ForgetMe {
  constructor(
    private readonly invitations: InvitationsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly mails: Mails,
    private readonly answers: RememberedAnswersStore,
    private readonly key: HouseKey,
    private readonly store: ParticipantsStore,
  ) {}

  /** Throws NotFound, LinkEnded. */
  async run(token: string): Promise<void> {
    const invitee = await this.requireInvitee(token);
    await this.transactions.run(async (tx) => {
      const { inviteeIds, seenBy } = await this.store.forget(tx, invitee.id, this.clock.now());
      await this.mails.forget(tx, inviteeIds);
      await this.answers.answerAnew(tx, seenBy);
    });
  }

  /**
   * Whom the link belongs to, whatever became of the date. A link that was replaced by a fresh one opens nothing, but the
   * button of an old mail is still theirs. Throws NotFound, LinkEnded for those who were taken off the list.
   */
  async requireInvitee(token: string): Promise<InviteeRow> {
    const invitee = await this.invitations.findInviteeByToken(token);
    if (!invitee) throw new NotFound();
    if (invitee.withdrawnAt !== null) throw new LinkEnded('withdrawn');
    return invitee;
  }

  /** Stands only in the form of the page that asks once more: a program that sends all forms of a page has not seen it. */
  sureFor(token: string): string {
    return this.key.derive('forget-me', token).toString('base64url');
  }

  isSure(token: string, sure: string): boolean {
    return isSameSecret(Buffer.from(sure), Buffer.from(this.sureFor(token)));
  }
}
