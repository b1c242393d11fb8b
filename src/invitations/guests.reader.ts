import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { DomainError, NotFound } from '../kernel/domain-error.js';
import type { TimeRange } from '../kernel/time-range.js';
import { doorStateOf, MODERATOR_MINUTES_EARLIER, type DoorState } from '../meetings/meetings.reader.js';
import { DoorsReader } from '../reservations/doors.reader.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import { DoorRests } from './invitations.errors.js';
import { InvitationsReader } from './invitations.reader.js';

/** Somebody who holds a link to a date: an invitee, or a representative with a door of their own. */
export interface Guest {
  occurrence: OccurrenceRow;
  range: TimeRange;
  isModerator: boolean;
  /** Id of the invitee, or of the person who represents the group. */
  guestId: string;
  /** How long before the start the door opens for this guest, in minutes. */
  earlyMinutes: number;
  door: DoorState | { kind: 'cancelled' };
}

const TOKEN = /^[\w-]{20,100}$/;

/** Who stands before the door with this link, and how the door stands. Asking changes nothing. */
@Injectable()
export class GuestsReader {
  constructor(
    private readonly invitations: InvitationsReader,
    private readonly reservations: ReservationsReader,
    private readonly doors: DoorsReader,
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws NotFound for links that never existed, and while the group's access rests AccessRests for representatives,
   * DoorRests for invitees.
   */
  async requireGuest(token: string): Promise<Guest> {
    if (!TOKEN.test(token)) throw new NotFound();
    const invitee = await this.invitations.findInviteeByToken(token);
    if (!invitee) return this.requireRepresentative(token);
    const occurrence = await this.reservations.findOccurrence(invitee.occurrenceId);
    if (!occurrence) throw new NotFound();
    const guest = this.guestAt(occurrence, { guestId: invitee.id, isModerator: false });
    if (guest.door.kind === 'open' || guest.door.kind === 'tooEarly')
      await this.refuseResting(occurrence.groupId);
    return guest;
  }

  /** Only for doors that would open yet: what has ended says so. */
  private async refuseResting(groupId: string): Promise<void> {
    try {
      await this.groups.requireAccess(groupId);
    } catch (error) {
      throw error instanceof DomainError ? new DoorRests() : error;
    }
  }

  private async requireRepresentative(token: string): Promise<Guest> {
    const found = await this.doors.findByToken(token);
    if (!found) throw new NotFound();
    return this.guestAt(found.occurrence, { guestId: found.personId, isModerator: true });
  }

  private guestAt(occurrence: OccurrenceRow, who: { guestId: string; isModerator: boolean }): Guest {
    const range = {
      start: Temporal.Instant.from(occurrence.startsAt),
      end: Temporal.Instant.from(occurrence.endsAt),
    };
    const earlyMinutes = occurrence.doorOpensMinutes + (who.isModerator ? MODERATOR_MINUTES_EARLIER : 0);
    const door =
      occurrence.state === 'planned'
        ? doorStateOf(range, earlyMinutes, this.clock.now())
        : ({ kind: 'cancelled' } as const);
    return { occurrence, range, ...who, earlyMinutes, door };
  }
}
