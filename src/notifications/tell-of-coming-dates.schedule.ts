import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToRepresentatives } from '../contact-points/sender.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { dateOf, startOfDay } from '../kernel/local-time.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { MailedDatesReader } from '../reservations/mailed-dates.reader.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import { ComingDatesReader } from './coming-dates.reader.js';
import { dateAheadLetter } from './date-ahead.mail.js';

const KIND = 'dateAhead';
const NOTICE_DAYS = 3;

/**
 * By day from ten o’clock: three days before a date its representatives are told, once, with a link that moves it or
 * calls it off while the others can still be told.
 */
@Injectable()
export class TellOfComingDates implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
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
    const day = dateOf(this.clock.now()).add({ days: NOTICE_DAYS });
    const between = { start: startOfDay(day), end: startOfDay(day.add({ days: 1 })) };
    const mails = (await this.coming.toTellOf(between, KIND)).map(({ representativeId, occurrenceId }) => ({
      kind: KIND,
      about: representativeId,
      concerning: occurrenceId,
    }));
    if (mails.length > 0) await this.transactions.run((tx) => this.mails.queueAll(tx, mails));
  }

  /** Undefined when the date is off or has begun, or the person does not represent the group any more. */
  private async write({ about, concerning }: MailSubject): Promise<Letter | undefined> {
    const person = await this.groups.findRepresentative(about);
    if (!person) return undefined;
    const date = await this.reservations.findOwnOccurrence(person.id, concerning);
    if (date?.state !== 'planned') return undefined;
    const range = { start: Temporal.Instant.from(date.startsAt), end: Temporal.Instant.from(date.endsAt) };
    if (Temporal.Instant.compare(range.start, this.clock.now()) <= 0) return undefined;
    const contactPoint = await this.contactPoints.requireById(person.contactPointId);
    const { website, phone } = contactPoint;
    const sender = senderToRepresentatives(contactPoint);
    const { email: to, name, groupLabel } = person;
    const link = this.mailedDates.actUrlOf(date.id, person.id);
    return dateAheadLetter({ to, name, groupLabel, sender, website, phone, range, link });
  }
}
