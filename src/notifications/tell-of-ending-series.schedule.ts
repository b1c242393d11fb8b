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
import { EndingSeriesReader } from './ending-series.reader.js';
import { seriesEndsLetter } from './series-ends.mail.js';

const KIND = 'seriesEnds';
const NOTICE_DAYS = 21;

/** By day: three weeks before the last date of a series its representatives are told, once, while rooms are still free. */
@Injectable()
export class TellOfEndingSeries implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly series: EndingSeriesReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('20 8-19 * * *', 'tell-of-ending-series', () => this.run());
    this.mails.writeWith(KIND, (mail) => this.write(mail), 'whenever');
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const end = startOfDay(dateOf(now).add({ days: NOTICE_DAYS + 1 }));
    const ending = await this.series.endingWithin(
      { start: now, end },
      { noticeDays: NOTICE_DAYS, kind: KIND },
    );
    const mails = ending.map(({ representativeId, reservationId }) => ({
      kind: KIND,
      about: representativeId,
      concerning: reservationId,
    }));
    if (mails.length > 0) await this.transactions.run((tx) => this.mails.queueAll(tx, mails));
  }

  private async write({ about, concerning }: MailSubject): Promise<Letter | undefined> {
    const person = await this.groups.findRepresentative(about);
    const range = await this.series.findLastDate(concerning, this.clock.now());
    if (!person || !range) return undefined;
    const contactPoint = await this.contactPoints.requireById(person.contactPointId);
    const { website, phone } = contactPoint;
    const sender = senderToRepresentatives(contactPoint);
    const { email: to, name, groupLabel } = person;
    return seriesEndsLetter({ to, name, groupLabel, sender, website, phone, range });
  }
}
