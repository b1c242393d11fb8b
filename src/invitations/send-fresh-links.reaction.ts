import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { FRESH_LINK_MAIL } from './domain/news.js';
import { linksLost } from './invitations.events.js';
import { InvitationsStore } from './invitations.store.js';
import type { LostLink } from './lost-links.reader.js';
import { ParticipantsStore } from './participants.store.js';
import { TellInvitees } from './tell-invitees.js';

/** Whoever has lost links gets a fresh one for each, and the old ones open nothing from then on. */
@Injectable()
export class SendFreshLinks implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly invitations: InvitationsStore,
    private readonly participants: ParticipantsStore,
    private readonly tellInvitees: TellInvitees,
  ) {}

  onModuleInit(): void {
    this.events.on(linksLost, 'send-fresh-links', async ({ links }) => {
      for (const link of links) await this.renew(link);
    });
  }

  /** Not for what was called off meanwhile: that is told instead. A repetition finds another version, and does nothing. */
  private async renew(link: LostLink): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      if (!(await this.invitations.lockPlanned(tx, link, now))) return;
      if (!(await this.participants.renewLink(tx, link))) return;
      await this.tellInvitees.run(tx, FRESH_LINK_MAIL, [link.id]);
    });
  }
}
