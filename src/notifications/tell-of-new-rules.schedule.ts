import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToRepresentatives } from '../contact-points/sender.reader.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { OpenAgreementsReader } from './open-agreements.reader.js';
import { letter } from './words/all-wordings.js';

const KIND = 'agreement';

/** By day: everybody who represents an active group is told of new rules, once for each version. */
@Injectable()
export class TellOfNewRules implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly agreements: OpenAgreementsReader,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('25 8-19 * * *', 'tell-of-new-rules', () => this.run());
    this.mails.writeWith(KIND, (mail) => this.write(mail), 'whenever');
  }

  async run(): Promise<void> {
    const untold = await this.agreements.untold(KIND);
    const mails = untold.map(({ personId, version }) => ({ kind: KIND, about: personId, sequence: version }));
    if (mails.length > 0) await this.transactions.run((tx) => this.mails.queueAll(tx, mails));
  }

  private async write({ about, sequence }: MailSubject): Promise<Letter | undefined> {
    const open = await this.agreements.findOpen(about, sequence);
    if (!open) return undefined;
    const contactPoint = await this.contactPoints.requireById(open.contactPointId);
    const { website, phone } = contactPoint;
    const sender = senderToRepresentatives(contactPoint);
    return letter('agreement', { to: open.email, name: open.name, sender, website, phone });
  }
}
