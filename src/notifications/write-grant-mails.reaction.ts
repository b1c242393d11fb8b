import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToRepresentatives } from '../contact-points/sender.reader.js';
import { groupGranted } from '../groups/groups.events.js';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { dateOf } from '../kernel/local-time.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { Letter } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { grantLetter } from './grant.mail.js';

const KIND = 'grant';

/** Every representative of a newly granted group gets a mail. */
@Injectable()
export class WriteGrantMails implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on(groupGranted, 'write-grant-mails', ({ representativeIds }) =>
      this.transactions.run(async (tx) => {
        for (const about of representativeIds) await this.mails.queue(tx, { kind: KIND, about });
      }),
    );
    this.mails.writeWith(KIND, ({ about }) => this.write(about));
  }

  private async write(representativeId: string): Promise<Letter | undefined> {
    const person = await this.groups.findRepresentative(representativeId);
    if (!person) return undefined;
    const contactPoint = await this.contactPoints.requireById(person.contactPointId);
    const today = dateOf(this.clock.now()).toString();
    const { website, phone } = contactPoint;
    const sender = senderToRepresentatives(contactPoint);
    return grantLetter({ ...person, to: person.email, sender, website, phone, today });
  }
}
