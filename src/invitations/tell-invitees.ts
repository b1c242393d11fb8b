import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/transactions.js';
import { Mails } from '../platform/mail/mails.js';
import { ToldStore } from './told.store.js';

/**
 * Queues a mail about an invitation itself, within the transaction that changes it: whatever is told of the date later
 * stands behind it in the outgoing mail.
 */
@Injectable()
export class TellInvitees {
  constructor(
    private readonly mails: Mails,
    private readonly told: ToldStore,
  ) {}

  async run(tx: Tx, kind: string, inviteeIds: readonly string[]): Promise<void> {
    const hearers = await this.told.hearersOf(tx, inviteeIds);
    await this.mails.queueAll(
      tx,
      hearers.map(({ id, sequence }) => ({ kind, about: id, sequence })),
    );
    await this.told.noteTimesFor(tx, inviteeIds);
  }
}
