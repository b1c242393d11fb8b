import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToRepresentatives } from '../contact-points/sender.reader.js';
import { FormerRepresentativesReader } from '../groups/former-representatives.reader.js';
import { REPRESENTATIVE_MAILS as KINDS } from '../groups/groups.events.js';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { NOTHING_ELSE } from '../platform/mail/mail.entity.js';
import { Mails } from '../platform/mail/mails.js';
import { AddresseesReader } from './addressees.reader.js';
import { letter } from './words/all-wordings.js';

/** Writes the mails about who represents a group, which groups/ queues with each change. */
@Injectable()
export class RepresentativeLettersReader implements OnModuleInit {
  constructor(
    private readonly mails: Mails,
    private readonly addressees: AddresseesReader,
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly former: FormerRepresentativesReader,
  ) {}

  onModuleInit(): void {
    this.mails.writeWith(KINDS.handOver, (mail) => this.handOver(mail));
    this.mails.writeWith(KINDS.came, (mail) => this.ofOthers(mail, 'came'));
    this.mails.writeWith(KINDS.left, (mail) => this.ofOthers(mail, 'left'));
    this.mails.writeWith(KINDS.farewell, (mail) => this.farewell(mail));
  }

  private async handOver({ about, concerning }: MailSubject): Promise<Letter | undefined> {
    const addressee = await this.addressees.find(about);
    if (!addressee) return undefined;
    if (concerning === NOTHING_ELSE) return letter('handOver', addressee);
    const from = await this.groups.requireName(addressee.groupId, concerning);
    return letter('handOver', { ...addressee, from });
  }

  private async ofOthers(
    { about, concerning }: MailSubject,
    kind: 'came' | 'left',
  ): Promise<Letter | undefined> {
    const addressee = await this.addressees.find(about);
    if (!addressee) return undefined;
    const who = await this.groups.requireName(addressee.groupId, concerning);
    return letter('representatives', { ...addressee, change: { kind, who } });
  }

  private async farewell({ about, concerning }: MailSubject): Promise<Letter | undefined> {
    const former = await this.former.find(about, concerning);
    if (!former) return undefined;
    const { name, email: to, contactPointId, groupLabel, isForgotten } = former;
    const contactPoint = await this.contactPoints.requireById(contactPointId);
    const { website, phone } = contactPoint;
    const sender = senderToRepresentatives(contactPoint);
    const change = { kind: 'gone', isForgotten } as const;
    return letter('representatives', { to, name, sender, website, phone, groupLabel, change });
  }
}
