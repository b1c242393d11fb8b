import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToRepresentatives } from '../contact-points/sender.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { ClosedDatesReader } from '../reservations/closed-dates.reader.js';
import { closureTreated } from '../reservations/reservations.events.js';
import { ClosuresReader } from '../rooms/closures.reader.js';
import { closureDatesLetter } from './closure-dates.mail.js';

const KIND = 'closureDates';

/** Every representative of a group gets one mail about what a closure has done to the group's dates. */
@Injectable()
export class WriteClosureMails implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly closures: ClosuresReader,
    private readonly dates: ClosedDatesReader,
  ) {}

  onModuleInit(): void {
    this.events.on(closureTreated, 'write-closure-mails', async ({ closureId, version, occurrenceIds }) => {
      const groupIds = await this.dates.groupsOf(occurrenceIds);
      const representativeIds = await this.groups.representativesOf(groupIds);
      // The version is the sequence: a closure that is changed and hits more dates is told of again.
      const mail = { kind: KIND, concerning: closureId, sequence: version };
      await this.transactions.run(async (tx) => {
        for (const about of representativeIds) await this.mails.queue(tx, { ...mail, about });
      });
    });
    this.mails.writeWith(KIND, (mail) => this.write(mail));
  }

  private async write({ about, concerning }: MailSubject): Promise<Letter | undefined> {
    const person = await this.groups.findRepresentative(about);
    const closure = await this.closures.findClosure(concerning);
    if (!person || !closure) return undefined;
    const dates = await this.dates.datesOf(person.groupId, closure);
    if (dates.length === 0) return undefined;
    const contactPoint = await this.contactPoints.requireById(person.contactPointId);
    const isWholeHouse = closure.roomId === null;
    const { website, phone } = contactPoint;
    const sender = senderToRepresentatives(contactPoint);
    return closureDatesLetter({ ...person, to: person.email, sender, website, phone, isWholeHouse, dates });
  }
}
