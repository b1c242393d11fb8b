import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToInvitees } from '../contact-points/sender.reader.js';
import type { Reminder } from '../groups/group.entity.js';
import { GroupsReader } from '../groups/groups.reader.js';
import { REMINDER_MAILS, RemindersReader } from '../invitations/reminders.reader.js';
import { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { JobQueue } from '../platform/events/job-queue.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails, type MailRequest } from '../platform/mail/mails.js';
import { reminderHorizon, remindersDue } from './domain/reminders.js';
import { sequenceOf } from './domain/sequences.js';
import { letter } from './words/all-wordings.js';

/**
 * Each minute: whoever is invited is reminded of a date the day before, an hour before, or not, as the group wants. Once
 * each, whatever the clocks and instances do: the row of a mail names the invitee, the date and its time. A reminder that
 * was dropped while the date was off comes after all.
 */
@Injectable()
export class RemindInvitees implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly invited: RemindersReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.wakeAt('* * * * *', 'remind-invitees', () => this.run());
    this.mails.writeWith(REMINDER_MAILS.dayBefore, (mail) => this.write(mail, 'dayBefore'), 'whenever');
    this.mails.writeWith(REMINDER_MAILS.hourBefore, (mail) => this.write(mail, 'hourBefore'));
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const invited = await this.invited.toRemindOf({ start: now, end: reminderHorizon(now) });
    const requests = invited.flatMap((one) =>
      remindersDue(one, now).map((reminder): MailRequest => ({
        kind: REMINDER_MAILS[reminder],
        about: one.inviteeId,
        concerning: one.occurrenceId,
        sequence: sequenceOf(one.start),
      })),
    );
    if (requests.length > 0) await this.transactions.run((tx) => this.mails.queueAgain(tx, requests));
  }

  /** Undefined when the date is off, has begun or another time, or the invitation or the wish is gone. */
  private async write(mail: MailSubject, reminder: Reminder): Promise<Letter | undefined> {
    const now = this.clock.now();
    const found = await this.invited.findReminder(mail.about, mail.concerning);
    if (!found?.reminders.includes(reminder)) return undefined;
    const { start } = found.range;
    if (sequenceOf(start) !== mail.sequence || Temporal.Instant.compare(start, now) <= 0) return undefined;
    const sender = senderToInvitees(await this.contactPoints.requireById(found.contactPointId));
    const { label: groupLabel } = await this.groups.findShown(found.groupId);
    return letter('reminder', { ...found, sender, groupLabel });
  }
}
