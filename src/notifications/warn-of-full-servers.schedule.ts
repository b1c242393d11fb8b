import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { SENDER_TO_OPERATORS } from '../contact-points/sender.reader.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import { log } from '../platform/logging/log.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { FullServersReader, NEARLY_FULL, type FullDay } from '../reservations/full-servers.reader.js';
import { MeetingServersReader } from '../rooms/meeting-servers.reader.js';
import { dayOf, sequenceOfDay } from './domain/sequences.js';
import { letter } from './words/all-wordings.js';

const NEARLY = 'serverNearlyFull';
const OVERFULL = 'serverOverfull';

/**
 * Every ten minutes: when a Jitsi server comes near its capacity on days ahead, or above it, each operator hears of it,
 * once for each server and day. Days that are found together stand in one mail, which speaks of the first of them.
 */
@Injectable()
export class WarnOfFullServers implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly servers: MeetingServersReader,
    private readonly fullServers: FullServersReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('*/10 * * * *', 'warn-of-full-servers', () => this.run());
    for (const kind of [NEARLY, OVERFULL]) this.mails.writeWith(kind, (mail) => this.write(mail));
  }

  async run(): Promise<void> {
    const days = await this.fullServers.fullDays(this.clock.now());
    for (const [serverId, ofServer] of Map.groupBy(days, (day) => day.serverId))
      await this.tell(serverId, ofServer);
  }

  private async tell(serverId: string, days: FullDay[]): Promise<void> {
    const operators = await this.contactPoints.operators();
    const isNews = await this.transactions.run(async (tx) => {
      const answers: boolean[] = [];
      for (const { id: about } of operators) {
        const mails = days.flatMap((day) => mailsOf(day).map((mail) => ({ ...mail, about })));
        answers.push(await this.mails.queueAsOne(tx, mails));
      }
      return answers.includes(true);
    });
    if (isNews) log.warn({ serverId, days: days.length }, 'a meeting server comes near its capacity');
  }

  /** As it is when the mail leaves, from the day on that it was queued for. */
  private async write({ about, concerning, sequence }: MailSubject): Promise<Letter | undefined> {
    const server = await this.servers.findSlug(concerning);
    const from = dayOf(sequence).toString();
    const all = await this.fullServers.fullDays(this.clock.now());
    const days = all.filter(({ serverId, date }) => serverId === concerning && date >= from);
    if (server === undefined || days.length === 0) return undefined;
    const { name, email } = await this.contactPoints.requireStaffMember(about);
    return letter('nearlyFull', {
      to: email,
      sender: SENDER_TO_OPERATORS,
      name,
      server,
      days: days.map(({ date }) => date),
      overfull: days.filter(({ isOverfull }) => isOverfull).map(({ date }) => date),
      share: NEARLY_FULL,
    });
  }
}

/** A day on which a server is overfull is told of again if it was told to be nearly full before, and never the other way. */
function mailsOf({ serverId: concerning, date, isOverfull }: FullDay) {
  const sequence = sequenceOfDay(Temporal.PlainDate.from(date));
  return (isOverfull ? [OVERFULL, NEARLY] : [NEARLY]).map((kind) => ({ kind, concerning, sequence }));
}
