import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { Mails } from '../platform/mail/mails.js';
import { FRESH_LINK_MAIL } from './domain/news.js';
import { linksLost } from './invitations.events.js';
import { InvitationsStore } from './invitations.store.js';
import { LostLinksReader, type LostLink } from './lost-links.reader.js';
import { ParticipantsStore } from './participants.store.js';
import { ToldStore } from './told.store.js';

/** Whoever has lost links gets a fresh one for each, and the old ones open nothing from then on. */
@Injectable()
export class SendFreshLinks implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly lostLinks: LostLinksReader,
    private readonly invitations: InvitationsStore,
    private readonly participants: ParticipantsStore,
    private readonly told: ToldStore,
  ) {}

  onModuleInit(): void {
    this.events.on(linksLost, 'send-fresh-links', async ({ links }) => {
      for (const link of links) await this.renew(link);
    });
  }

  /** A repetition finds another version, and does nothing. */
  private async renew(link: LostLink): Promise<void> {
    const reservationId = await this.lostLinks.findReservation(link.id);
    if (reservationId === undefined) return;
    await this.transactions.run(async (tx) => {
      await this.invitations.lock(tx, { reservationId });
      if (!(await this.participants.renewLink(tx, link))) return;
      const hearers = await this.told.hearersOf(tx, [link.id]);
      const mails = hearers.map(({ id, sequence }) => ({ kind: FRESH_LINK_MAIL, about: id, sequence }));
      await this.mails.queueAll(tx, mails);
      await this.told.noteTimesFor(tx, [link.id]);
    });
  }
}
