import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { Events, type EventType } from '../platform/events/events.js';
import { Mails } from '../platform/mail/mails.js';
import { datesCancelled, datesMoved, datesRestored } from '../reservations/reservations.events.js';
import { CANCELLATION_MAIL, MOVED_MAIL, RESTORED_MAIL } from './domain/news.js';
import { gridOf } from './domain/series-entry.js';
import { kindOfSeveral } from './domain/series-news.js';
import { TellReminded } from './tell-reminded.js';
import { ToldStore, type Hearer, type UntoldChange } from './told.store.js';

/**
 * Everybody invited hears when dates are moved, called off or restored. Who is invited to a whole series hears of a change
 * once: of one date in a mail about that date, of several in one about all. What has changed is noted within the change
 * itself, so that each change of a series has a SEQUENCE of its own.
 */
@Injectable()
export class TellOfChanges implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly told: ToldStore,
    private readonly reminded: TellReminded,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.tell(datesCancelled, CANCELLATION_MAIL);
    this.tell(datesMoved, MOVED_MAIL);
    this.tell(datesRestored, RESTORED_MAIL);
  }

  private tell(event: EventType<{ occurrenceIds: string[] }>, kind: string): void {
    this.events.onWithin(event, async (tx, { occurrenceIds }) => {
      const noted = this.told.noteChange(tx, { kind, occurrenceIds }, this.clock.now());
      // What does not take place has no time to be told.
      const isOff = kind === CANCELLATION_MAIL;
      await Promise.all(isOff ? [noted] : [noted, this.told.noteTimes(tx, occurrenceIds)]);
    });
    this.events.on(event, 'tell-of-changes', ({ occurrenceIds }) =>
      this.transactions.run(async (tx) => {
        const changes = await this.told.takeChanges(tx, occurrenceIds);
        for (const change of changes) await this.tellOfSeries(tx, change);
        await this.queue(tx, { kind }, await this.told.hearersOfDates(tx, occurrenceIds));
        await this.reminded.run(tx, occurrenceIds);
      }),
    );
  }

  private async tellOfSeries(tx: Tx, change: UntoldChange): Promise<void> {
    const [concerning, ...more] = change.occurrenceIds;
    const isOne = more.length === 0;
    const kind = isOne ? change.kind : kindOfSeveral(change.kind, change);
    if (!isOne && kind === MOVED_MAIL) {
      const dates = await this.told.datesOf(tx, change.reservationId);
      await this.told.setGrid(tx, change.reservationId, gridOf(dates));
    }
    const subject = isOne && concerning !== undefined ? { kind, concerning } : { kind };
    await this.queue(tx, subject, await this.told.hearersOfSeries(tx, change));
  }

  private queue(tx: Tx, subject: { kind: string; concerning?: string }, hearers: Hearer[]): Promise<void> {
    return this.mails.queueAll(
      tx,
      hearers.map(({ id, sequence }) => ({ ...subject, about: id, sequence })),
    );
  }
}
