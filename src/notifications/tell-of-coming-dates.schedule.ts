import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dateOf, startOfDay } from '../kernel/local-time.js';
import { isBefore, rangeBetween } from '../kernel/time-range.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { MailedDatesReader } from '../reservations/mailed-dates.reader.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import { AddresseesReader } from './addressees.reader.js';
import { ComingDatesReader } from './coming-dates.reader.js';
import { sequenceOf } from './domain/sequences.js';
import { letter } from './words/all-wordings.js';

const KIND = 'dateAhead';
const NOTICE_DAYS = 3;

/**
 * By day from ten o’clock: three days before a date its representatives are told, once for each time it has, with a link
 * that moves it or calls it off while the others can still be told. Late is better than never, until the date begins; of
 * what was booked later they know.
 */
@Injectable()
export class TellOfComingDates implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly addressees: AddresseesReader,
    private readonly reservations: ReservationsReader,
    private readonly mailedDates: MailedDatesReader,
    private readonly coming: ComingDatesReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('0,30 10-19 * * *', 'tell-of-coming-dates', () => this.run());
    this.mails.writeWith(KIND, (mail) => this.write(mail), 'whenever');
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const end = startOfDay(dateOf(now).add({ days: NOTICE_DAYS + 1 }));
    const notice = { noticeDays: NOTICE_DAYS, kind: KIND };
    const mails = (await this.coming.toTellOf({ start: now, end }, notice)).map((date) => ({
      kind: KIND,
      about: date.representativeId,
      concerning: date.occurrenceId,
      sequence: sequenceOf(date.start),
    }));
    if (mails.length > 0) await this.transactions.run((tx) => this.mails.queueAll(tx, mails));
  }

  /** Undefined when the date is off, has begun or another time, or the person does not represent the group any more. */
  private async write({ about, concerning, sequence }: MailSubject): Promise<Letter | undefined> {
    const addressee = await this.addressees.find(about);
    if (!addressee) return undefined;
    const date = await this.reservations.findOwnOccurrence(addressee.id, concerning);
    if (date?.state !== 'planned') return undefined;
    const range = rangeBetween(date);
    if (sequenceOf(range.start) !== sequence || !isBefore(this.clock.now(), range.start)) return undefined;
    const link = this.mailedDates.actUrlOf(date.id, addressee.id);
    return letter('dateAhead', { ...addressee, range, link });
  }
}
