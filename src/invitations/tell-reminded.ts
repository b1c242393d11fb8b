import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { toUtc } from '../kernel/time-range.js';
import type { Tx } from '../platform/database/transactions.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import { renumberedReminderLetter } from './invitation.mail.js';
import { InvitationsReader } from './invitations.reader.js';
import { LettersReader } from './letters.reader.js';
import { REMINDER_MAILS, RemindersReader } from './reminders.reader.js';
import { ToldStore } from './told.store.js';

const KIND = 'renumberedReminder';
/** Those that told somebody who is invited to a whole series how one date of it can be called. */
const TOLD_BY = [...Object.values(REMINDER_MAILS), KIND];

/**
 * Who is invited to a whole series is told numbers and PIN of each date by its reminder. Where these do not hold any more,
 * a mail of its own says so. It is no news of the series: its entry in the calendar names neither.
 */
@Injectable()
export class TellReminded implements OnModuleInit {
  constructor(
    private readonly mails: Mails,
    private readonly told: ToldStore,
    private readonly invitations: InvitationsReader,
    private readonly reminders: RemindersReader,
    private readonly reservations: ReservationsReader,
    private readonly letters: LettersReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.mails.writeWith(KIND, (mail) => this.write(mail));
  }

  /** Of dates of which something was noted; a mail that turns out to say nothing new does not leave. */
  async run(tx: Tx, occurrenceIds: readonly string[]): Promise<void> {
    const reminded = await this.told.remindedOf(tx, occurrenceIds);
    const mails = reminded.map(({ id, ...rest }) => ({ kind: KIND, about: id, ...rest }));
    if (mails.length > 0) await this.mails.queueAll(tx, mails);
  }

  /** Undefined when the date has begun, is off or moved, when the next change tells it, or nothing is new. */
  private async write(mail: MailSubject): Promise<Letter | undefined> {
    const { about, concerning, sequence } = mail;
    const date = await this.reservations.findOccurrence(concerning);
    const invitee = await this.invitations.findInvitee(about);
    if (!date || !invitee || date.startsAt <= toUtc(this.clock.now())) return undefined;
    const isInvited = (await this.reminders.findReminder(about, concerning)) !== undefined;
    if (!isInvited || (await this.invitations.isOvertaken(KIND, mail))) return undefined;
    const telephoneNews = await this.findNews(about, date);
    if (telephoneNews === 'nothing') return undefined;
    const recipient = { ...invitee, link: this.letters.linkOf(invitee) };
    const facts = await this.letters.factsOfSingle(recipient, date, sequence);
    return renumberedReminderLetter({ ...facts, telephoneNews });
  }

  /** Of a date at another time its own mail tells, and the next reminder. */
  private async findNews(inviteeId: string, date: OccurrenceRow) {
    const { otherTime, numbers } = await this.invitations.findKnown(inviteeId, date, TOLD_BY);
    if (otherTime && toUtc(otherTime.start) !== date.startsAt) return 'nothing';
    return this.letters.findTelephoneNews(date, numbers);
  }
}
