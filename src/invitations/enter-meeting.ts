import { Injectable } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { pageHostOf } from '../contact-points/page-host.reader.js';
import { Clock } from '../kernel/clock.js';
import { toUtc } from '../kernel/time-range.js';
import { moderatorCame } from '../meetings/meetings.events.js';
import { MeetingsReader, MODERATOR_MINUTES_EARLIER } from '../meetings/meetings.reader.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { OccurrenceRow } from '../reservations/reservations.reader.js';
import { standsIn } from './domain/standing-in.js';
import type { Guest } from './guests.reader.js';
import { LinkEnded, TooEarly } from './invitations.errors.js';
import { pageWordsOf } from './words/pages.js';
import type { PageWords } from './words/pages-words.js';

/** Somebody presses the button on the participant's page: when the door is open, they get their way into Jitsi. */
@Injectable()
export class EnterMeeting {
  constructor(
    private readonly meetings: MeetingsReader,
    private readonly contactPoints: ContactPointsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  /** Returns the address to go to. Throws LinkEnded, TooEarly, NoMeetingServer, MeetingNotReady, MeetingFull, ServerAway. */
  async run(guest: Guest, displayName: string): Promise<{ url: string; expiresAt: Temporal.Instant }> {
    refuseClosed(guest);
    const { occurrence, guestId, earlyMinutes } = guest;
    const range = { start: guest.range.start, end: guest.openUntil };
    const isModerator = guest.isModerator || (await this.opensForOthers(guest));
    const url = await this.meetings.entryUrl({
      occurrenceId: occurrence.id,
      range,
      earlyMinutes,
      guestId,
      displayName: displayName || (await this.namelessAs(occurrence))[isModerator ? 'moderator' : 'guest'],
      isModerator,
      isBack: guest.isBack ?? false,
    });
    if (guest.isModerator) await this.noteModerator(occurrence.id);
    return { url, expiresAt: range.end };
  }

  /** What somebody is called in there who typed no name, in the words of the contact point. */
  private async namelessAs({ contactPointId }: OccurrenceRow): Promise<PageWords['door']['nameless']> {
    const { wording } = pageHostOf(await this.contactPoints.requireById(contactPointId));
    return pageWordsOf(wording).door.nameless;
  }

  /** Somebody whom the group named, while nobody who represents it has come. */
  private async opensForOthers({ invitee, occurrence, range }: Guest): Promise<boolean> {
    if (!invitee?.mayOpen) return false;
    const moderatorCameAt = await this.meetings.moderatorCameAt(occurrence.id);
    const { doorOpensMinutes } = occurrence;
    const opensAt = range.start.subtract({ minutes: doorOpensMinutes + MODERATOR_MINUTES_EARLIER });
    return standsIn({ start: range.start, opensAt, moderatorCameAt }, this.clock.now());
  }

  private async noteModerator(occurrenceId: string): Promise<void> {
    const at = toUtc(this.clock.now());
    await this.transactions.run((tx) => this.events.publish(tx, moderatorCame, { occurrenceId, at }));
  }
}

function refuseClosed({ door }: Guest): void {
  if (door.kind === 'cancelled' || door.kind === 'over') throw new LinkEnded(door.kind);
  if (door.kind === 'tooEarly') throw new TooEarly(door.opensAt);
}
