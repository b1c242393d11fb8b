import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { dateOf } from '../kernel/local-time.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { AddresseesReader } from './addressees.reader.js';
import { sequenceOfDay } from './domain/sequences.js';
import { NoticesStore } from './notices.store.js';
import { UnreachedReader, type Unreached } from './unreached.reader.js';
import { letter } from './words/all-wordings.js';

const KIND = 'undeliverable';

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
    private readonly addressees: AddresseesReader,
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
    await this.transactions.run(async (tx) => {
      if (!(await this.store.noteUnreached(tx, { concerning, count }, today.toString()))) return;
      const mail = { kind: KIND, concerning, sequence: sequenceOfDay(today) };
      await this.mails.queueAll(
        tx,
        representativeIds.map((about) => ({ ...mail, about })),
      );
    });
  }

  private async write({ about, concerning }: MailSubject): Promise<Letter | undefined> {
    const addressee = await this.addressees.find(about);
    const unreached = await this.unreached.findUnreached(concerning, this.clock.now());
    return addressee && unreached && letter('undeliverable', { ...addressee, ...unreached });
  }
}
