import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToRepresentatives } from '../contact-points/sender.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { dateOf } from '../kernel/local-time.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { NoticesStore } from './notices.store.js';
import { undeliverableLetter } from './undeliverable.mail.js';
import { UnreachedReader, type Unreached } from './unreached.reader.js';

const KIND = 'undeliverable';
const FIRST_DAY = Temporal.PlainDate.from('2000-01-01');

/**
 * Each minute: when mails to people who are invited have come to nothing, the representatives of their group are told, once
 * for each date or series and day. The addresses stay in the house.
 */
@Injectable()
export class TellOfUnreached implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly unreached: UnreachedReader,
    private readonly store: NoticesStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('* * * * *', 'tell-of-unreached', () => this.run());
    this.mails.writeWith(KIND, (mail) => this.write(mail));
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const today = dateOf(now);
    for (const each of await this.unreached.newlyUnreached(now, today.toString()))
      await this.tell(each, today);
  }

  private async tell({ concerning, groupId, count }: Unreached, today: Temporal.PlainDate): Promise<void> {
    const representativeIds = await this.groups.representativesOf([groupId]);
    const sequence = FIRST_DAY.until(today).days;
    await this.transactions.run(async (tx) => {
      if (!(await this.store.noteUnreached(tx, { concerning, count }, today.toString()))) return;
      const mail = { kind: KIND, concerning, sequence };
      await this.mails.queueAll(
        tx,
        representativeIds.map((about) => ({ ...mail, about })),
      );
    });
  }

  private async write({ about, concerning }: MailSubject): Promise<Letter | undefined> {
    const person = await this.groups.findRepresentative(about);
    const unreached = await this.unreached.findUnreached(concerning, this.clock.now());
    if (!person || !unreached) return undefined;
    const contactPoint = await this.contactPoints.requireById(person.contactPointId);
    const { website, phone } = contactPoint;
    const sender = senderToRepresentatives(contactPoint);
    const { email: to, name, groupLabel } = person;
    return undeliverableLetter({ to, name, groupLabel, sender, website, phone, ...unreached });
  }
}
