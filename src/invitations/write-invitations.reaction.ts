import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { NOTHING_ELSE } from '../platform/mail/mail.entity.js';
import { Mails } from '../platform/mail/mails.js';
import { DateLettersReader } from './date-letters.reader.js';
import { NEWS_MAILS, WITHDRAWN_MAIL } from './domain/news.js';
import { InvitationsReader } from './invitations.reader.js';
import { SeriesLettersReader } from './series-letters.reader.js';

/** Writes all mails to invitees when their turn comes. */
@Injectable()
export class WriteInvitations implements OnModuleInit {
  constructor(
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly invitations: InvitationsReader,
    private readonly dateLetters: DateLettersReader,
    private readonly seriesLetters: SeriesLettersReader,
  ) {}

  onModuleInit(): void {
    for (const kind of NEWS_MAILS) this.mails.writeWith(kind, (mail) => this.write(kind, mail));
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
    const instead = { kind: due.instead, about, sequence: due.sequence };
    await this.transactions.run((tx) => this.mails.queue(tx, instead));
    return undefined;
  }
}
