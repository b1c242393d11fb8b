import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import { Events, type EventType } from '../platform/events/events.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { NOTHING_ELSE } from '../platform/mail/mail.entity.js';
import { Mails } from '../platform/mail/mails.js';
import { datesCancelled, datesMoved, datesRestored } from '../reservations/reservations.events.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import { DateLettersReader } from './date-letters.reader.js';
import { CANCELLATION_MAIL, MOVED_MAIL, NEWS_MAILS, RESTORED_MAIL, WITHDRAWN_MAIL } from './domain/news.js';
import { InvitationsReader } from './invitations.reader.js';
import { SeriesLettersReader } from './series-letters.reader.js';

/**
 * Writes all mails to invitees when their turn comes; and everybody invited to a date alone gets word when it is moved,
 * called off or restored.
 */
@Injectable()
export class WriteInvitations implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly reservations: ReservationsReader,
    private readonly invitations: InvitationsReader,
    private readonly dateLetters: DateLettersReader,
    private readonly seriesLetters: SeriesLettersReader,
  ) {}

  onModuleInit(): void {
    this.tell(datesCancelled, CANCELLATION_MAIL);
    this.tell(datesMoved, MOVED_MAIL);
    this.tell(datesRestored, RESTORED_MAIL);
    for (const kind of NEWS_MAILS) this.mails.writeWith(kind, (mail) => this.write(kind, mail));
  }

  /** Once for each version of the date. */
  private tell(event: EventType<{ occurrenceIds: string[] }>, kind: string): void {
    this.events.on(event, `write-${kind}`, async ({ occurrenceIds }) => {
      for (const occurrenceId of occurrenceIds) {
        const date = await this.reservations.findOccurrence(occurrenceId);
        if (!date) continue;
        const { reservationId, sequence } = date;
        const invitees = await this.invitations.inviteesOf({ reservationId, occurrenceId });
        await this.queue(
          kind,
          invitees.map(({ id, retold }) => ({ about: id, sequence: sequence + retold })),
        );
      }
    });
  }

  /** Undefined when the mail has lost its sense, or another one takes its place. */
  private async write(kind: string, mail: MailSubject): Promise<Letter | undefined> {
    const { about, concerning, sequence } = mail;
    const invitee = await this.invitations.findInvitee(about);
    if (!invitee || (kind === WITHDRAWN_MAIL) !== (invitee.withdrawnAt !== null)) return undefined;
    const letters = invitee.reservationId === null ? this.dateLetters : this.seriesLetters;
    const date = concerning === NOTHING_ELSE ? undefined : concerning;
    const due = await letters.findDue(invitee, { kind, sequence, ...(date !== undefined && { date }) });
    if (due === undefined) return undefined;
    if ('letter' in due) return due.letter;
    await this.queue(due.instead, [{ about, sequence }]);
    return undefined;
  }

  private queue(kind: string, mails: { about: string; sequence: number }[]): Promise<void> {
    return this.transactions.run((tx) =>
      this.mails.queueAll(
        tx,
        mails.map((mail) => ({ kind, ...mail })),
      ),
    );
  }
}
