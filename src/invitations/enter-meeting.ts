import { Injectable } from '@nestjs/common';
import { MeetingsReader } from '../meetings/meetings.reader.js';
import type { Guest } from './guests.reader.js';
import { LinkEnded, TooEarly } from './invitations.errors.js';

/** Somebody presses the button on the participant's page: when the door is open, they get their way into Jitsi. */
@Injectable()
export class EnterMeeting {
  constructor(private readonly meetings: MeetingsReader) {}

  /** Returns the address to go to. Throws LinkEnded, TooEarly, NoMeetingServer, MeetingNotReady. */
  async run(guest: Guest, displayName: string): Promise<{ url: string; expiresAt: Temporal.Instant }> {
    const { occurrence, range, guestId, isModerator, earlyMinutes, door } = guest;
    if (door.kind === 'cancelled' || door.kind === 'over') throw new LinkEnded(door.kind);
    if (door.kind === 'tooEarly') throw new TooEarly(door.opensAt);
    const url = await this.meetings.entryUrl({
      occurrenceId: occurrence.id,
      range,
      earlyMinutes,
      guestId,
      displayName: displayName || (isModerator ? 'Moderation' : 'Gast'),
      isModerator,
    });
    return { url, expiresAt: range.end };
  }
}
