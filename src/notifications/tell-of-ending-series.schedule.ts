import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dateOf, startOfDay } from '../kernel/local-time.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { AddresseesReader } from './addressees.reader.js';
import { sequenceOfDay } from './domain/sequences.js';
import { EndingSeriesReader } from './ending-series.reader.js';
import { letter } from './words/all-wordings.js';

const KIND = 'seriesEnds';
const NOTICE_DAYS = 21;

/**
 * By day: three weeks before the last date of a series its representatives are told, while rooms are still free; once, and
 * once more when it has come to end later. The day of the last date is the sequence of the mail.
 */
@Injectable()
export class TellOfEndingSeries implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly addressees: AddresseesReader,
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
    const mails = ending.map(({ representativeId, reservationId, lastDay }) => ({
      kind: KIND,
      about: representativeId,
      concerning: reservationId,
      sequence: sequenceOfDay(lastDay),
    }));
    if (mails.length > 0) await this.transactions.run((tx) => this.mails.queueAgain(tx, mails));
  }

  /** Undefined when the series ends on another day by now: that is told in a mail of its own. */
  private async write({ about, concerning, sequence }: MailSubject): Promise<Letter | undefined> {
    const addressee = await this.addressees.find(about);
    const range = await this.series.findLastDate(concerning, this.clock.now());
    if (!addressee || !range || sequenceOfDay(dateOf(range.start)) !== sequence) return undefined;
    return letter('seriesEnds', { ...addressee, range });
  }
}
