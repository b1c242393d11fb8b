import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { DomainError, NotFound } from '../kernel/domain-error.js';
import { toUtc, type TimeRange } from '../kernel/time-range.js';
import { doorStateOf, MODERATOR_MINUTES_EARLIER, type DoorState } from '../meetings/meetings.reader.js';
import { DoorsReader } from '../reservations/doors.reader.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import { DoorRests, LinkEnded } from './invitations.errors.js';
import { InvitationsReader, type InviteeRow } from './invitations.reader.js';
import { isToCome } from './occasions.reader.js';

/** Somebody who holds a link to a date: an invitee, or a representative with a door of their own. */
export interface Guest {
  occurrence: OccurrenceRow;
  range: TimeRange;
  isModerator: boolean;
  /** Id of the invitee, or of the person who represents the group. */
  guestId: string;
  /** Undefined for representatives, and for whoever holds the link of the group. */
  invitee?: InviteeRow;
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
   * Throws NotFound for links that never existed, LinkEnded for those that were withdrawn or replaced, and while the
   * group's access rests AccessRests for representatives, DoorRests for invitees.
   */
  async requireGuest(token: string): Promise<Guest> {
    if (!TOKEN.test(token)) throw new NotFound();
    const invitee = await this.invitations.findInviteeByToken(token);
    if (!invitee) return this.requireRepresentative(token);
    if (invitee.withdrawnAt !== null) throw new LinkEnded('withdrawn');
    if (invitee.isEnded) throw new LinkEnded('replaced');
    const occurrence = await this.findDateOf(invitee);
    if (!occurrence) throw new NotFound();
    const guest = { ...this.guestAt(occurrence, { guestId: invitee.id, isModerator: false }), invitee };
    if (guest.door.kind === 'open' || guest.door.kind === 'tooEarly')
      await this.refuseResting(occurrence.groupId);
    return guest;
  }

  /** Of a series the date that runs or comes next; when there is none, the one that says best why. */
  private async findDateOf({ occurrenceId, reservationId }: InviteeRow): Promise<OccurrenceRow | undefined> {
    if (occurrenceId !== null) return this.reservations.findOccurrence(occurrenceId);
    const series = await this.reservations.findSeries(reservationId ?? '');
    return series && nextOf(series.dates, this.clock.now());
  }

  /** Only for doors that would open yet: what has ended says so. Throws DoorRests. */
  async refuseResting(groupId: string): Promise<void> {
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

  /** Somebody at the door of a date, as it stands now. */
  guestAt(occurrence: OccurrenceRow, who: { guestId: string; isModerator: boolean }): Guest {
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

function nextOf(dates: readonly OccurrenceRow[], now: Temporal.Instant): OccurrenceRow | undefined {
  return (
    dates.find((date) => isToCome(date, now)) ??
    dates.find(({ state, endsAt }) => state === 'cancelled' && endsAt > toUtc(now)) ??
    dates.findLast(({ state }) => state === 'planned') ??
    dates.at(-1)
  );
}
