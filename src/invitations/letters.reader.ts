import { Inject, Injectable } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToInvitees } from '../contact-points/sender.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { isBefore } from '../kernel/time-range.js';
import { MeetingsReader, numbersOf } from '../meetings/meetings.reader.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { plannedRange, type OccurrenceRow } from '../reservations/reservations.reader.js';
import { telephoneNewsOf, type TelephoneNews } from './domain/news.js';
import { SENDER_NAME, type InvitationFacts } from './invitation.mail.js';
import { InvitationsStore } from './invitations.store.js';

/** Who a letter is to, and the link it carries. */
export interface Recipient {
  email: string;
  name: string | null;
  link: string;
}

/** Facts that letters about a date and letters about a series have in common. */
@Injectable()
export class LettersReader {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly meetings: MeetingsReader,
    private readonly store: InvitationsStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  linkOf(invitee: { id: string; linkVersion: number }): string {
    return `${this.config.publicUrl}/t/${this.store.linkTokenOf(invitee)}`;
  }

  /**
   * About a date that somebody is invited to by itself: also how to come by telephone, where the group wants that. Those
   * invited to a series find it behind their link, since each date has a PIN of its own.
   */
  async factsOfSingle(recipient: Recipient, date: OccurrenceRow, sequence: number): Promise<InvitationFacts> {
    const { label, showsDialIn } = await this.groups.findShown(date.groupId);
    const dialIn = showsDialIn ? await this.meetings.dialInOf(date.id) : undefined;
    return { ...(await this.factsWith(label, recipient, { date, sequence })), dialIn };
  }

  /** What is new about coming to a date by telephone to somebody who knows these numbers; nothing where the group shows none. */
  async findTelephoneNews(
    { id, groupId }: OccurrenceRow,
    known: readonly string[] | undefined,
  ): Promise<TelephoneNews> {
    const { showsDialIn } = await this.groups.findShown(groupId);
    if (!showsDialIn || !known) return 'nothing';
    return telephoneNewsOf(known, numbersOf(await this.meetings.dialInOf(id)));
  }

  /** About one date, as it stands under a SEQUENCE. */
  async factsOf(recipient: Recipient, date: OccurrenceRow, sequence: number): Promise<InvitationFacts> {
    const { label } = await this.groups.findShown(date.groupId);
    return this.factsWith(label, recipient, { date, sequence });
  }

  private async factsWith(
    groupLabel: string | undefined,
    { email, name, link }: Recipient,
    { date, sequence }: { date: OccurrenceRow; sequence: number },
  ): Promise<InvitationFacts> {
    const range = plannedRange(date);
    const doorOpensAt = range.start.subtract({ minutes: date.doorOpensMinutes });
    const writtenAt = this.clock.now();
    return {
      to: email,
      name: name ?? undefined,
      sender: senderToInvitees(await this.contactPoints.requireById(date.contactPointId)),
      groupLabel,
      range,
      doorOpensAt,
      isDoorOpen: !isBefore(writtenAt, doorOpensAt),
      link,
      organizer: { name: SENDER_NAME, email: this.config.mailFrom },
      uid: date.calendarUid,
      sequence,
      writtenAt,
    };
  }
}
