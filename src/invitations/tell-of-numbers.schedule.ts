import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { roomLeaked } from '../meetings/meetings.events.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { JobQueue } from '../platform/events/job-queue.js';
import { Mails } from '../platform/mail/mails.js';
import { RENUMBERED_MAIL } from './domain/news.js';
import { InvitationsReader } from './invitations.reader.js';
import { InvitationsStore, type InvitedTo } from './invitations.store.js';
import { TellReminded } from './tell-reminded.js';
import { ToldStore } from './told.store.js';

/**
 * The numbers of a date are those of its Jitsi server: it gets others with another server, or when the operator changes
 * them. Whoever has the old ones in a mail is told within ten minutes, shortly after dates without a PIN have got one; of
 * a PIN that strangers knew, at once.
 */
@Injectable()
export class TellOfNumbers implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly events: Events,
    private readonly invitations: InvitationsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: InvitationsStore,
    private readonly told: ToldStore,
    private readonly mails: Mails,
    private readonly reminded: TellReminded,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('2-59/10 * * * *', 'tell-of-numbers', () => this.run());
    this.events.on(roomLeaked, 'tell-of-numbers', () => this.run());
  }

  async run(): Promise<void> {
    const dates = await this.invitations.datesWithOtherNumbers(this.clock.now());
    for (const { id: occurrenceId, reservationId } of dates) await this.tell({ occurrenceId, reservationId });
  }

  /** Noted also where nobody is told: what a group does not show is no news when it shows it later. */
  private tell(date: Required<InvitedTo>): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.store.lock(tx, date);
      await this.told.noteTimes(tx, [date.occurrenceId]);
      const hearers = await this.told.retellNumbers(tx, date.occurrenceId);
      const mails = hearers.map(({ id, sequence }) => ({ kind: RENUMBERED_MAIL, about: id, sequence }));
      if (mails.length > 0) await this.mails.queueAll(tx, mails);
      await this.reminded.run(tx, [date.occurrenceId]);
    });
  }
}
