import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { unusedGroupTold } from '../groups/unused-groups.events.js';
import { UnusedGroupsReader } from '../groups/unused-groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { JobQueue } from '../platform/events/job-queue.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { GroupDatesReader } from '../reservations/group-dates.reader.js';
import { AddresseesReader } from './addressees.reader.js';
import { sequenceOfDay } from './domain/sequences.js';
import { letter } from './words/all-wordings.js';

const KINDS = { ask: 'yearlyCheck', announce: 'deletion' } as const;
type Told = keyof typeof KINDS;

/**
 * By day: when nobody has used a group for twelve months and no date lies ahead, its representatives are asked, and two
 * months later told on which day it goes, once each. The day of the last use is the sequence of both mails.
 */
@Injectable()
export class TellOfUnusedGroups implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly addressees: AddresseesReader,
    private readonly groups: GroupsReader,
    private readonly unused: UnusedGroupsReader,
    private readonly dates: GroupDatesReader,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('50 8-19 * * *', 'tell-of-unused-groups', () => this.run());
    for (const told of ['ask', 'announce'] as const)
      this.mails.writeWith(KINDS[told], (mail) => this.write(mail, told), 'whenever');
  }

  async run(): Promise<void> {
    for (const step of ['ask', 'announce'] as const) {
      const groups = await this.dates.withNoneAhead(await this.unused.due(step), this.clock.now());
      for (const { id: groupId, usedOn } of groups) await this.tell({ groupId, usedOn, step });
    }
  }

  private async tell(told: { groupId: string; usedOn: string; step: Told }): Promise<void> {
    const { groupId, usedOn, step } = told;
    const sequence = sequenceOfDay(Temporal.PlainDate.from(usedOn));
    const representativeIds = await this.groups.representativesOf([groupId]);
    await this.transactions.run(async (tx) => {
      await this.events.publish(tx, unusedGroupTold, told);
      const mails = representativeIds.map((about) => ({ kind: KINDS[step], about, sequence }));
      await this.mails.queueAll(tx, mails);
    });
  }

  private async write({ about, sequence }: MailSubject, told: Told): Promise<Letter | undefined> {
    const addressee = await this.addressees.find(about);
    const notice = addressee && (await this.unused.findNotice(addressee.groupId, told));
    if (!notice || sequenceOfDay(Temporal.PlainDate.from(notice.usedOn)) !== sequence) return undefined;
    const facts = { ...addressee, ...notice };
    return told === 'ask' ? letter('yearlyCheck', facts) : letter('deletion', facts);
  }
}
