import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { DomainError, NotFound } from '../kernel/domain-error.js';
import { rangeBetween, toUtc, type TimeRange } from '../kernel/time-range.js';
import {
  doorStateOf,
  MeetingsReader,
  MODERATOR_MINUTES_EARLIER,
  type DoorState,
} from '../meetings/meetings.reader.js';
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
  /** Names the invitee with their link, or the row of somebody who represents the group. */
  guestId: string;
  /** Of representatives. */
  personId?: string;
  /** Undefined for representatives, and for whoever holds the link of the group. */
  invitee?: InviteeRow;
  /** Comes back with the ticket of the door: was inside a moment ago. */
  isBack?: boolean;
  /** How long before the start the door opens for this guest, in minutes. */
  earlyMinutes: number;
  door: DoorState | { kind: 'cancelled' };
  /** When the door closes: at the end, or later while nobody needs room or server. */
  openUntil: Temporal.Instant;
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
    private readonly meetings: MeetingsReader,
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
    refuseEnded(invitee);
    const guest = await this.findGuest(invitee);
    if (!guest) throw new NotFound();
    if (guest.door.kind === 'open' || guest.door.kind === 'tooEarly')
      await this.refuseResting(guest.occurrence.groupId);
    return { ...guest, invitee };
  }

  /** Of a series at the date that runs or comes next; when there is none, at the one that says best why. */
  private async findGuest(invitee: InviteeRow): Promise<Guest | undefined> {
    const { occurrenceId, reservationId } = invitee;
    const who = { guestId: guestIdOf(invitee), isModerator: false };
    const at = (date: OccurrenceRow | undefined) => date && this.guestAt(date, who);
    if (occurrenceId !== null) return at(await this.reservations.findOccurrence(occurrenceId));
    const series = await this.reservations.findSeries(reservationId ?? '');
    if (!series) return undefined;
    const now = this.clock.now();
    return openOrNext(await at(nextOf(series.dates, now)), async () => at(lastOf(series.dates, now)));
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
    const { occurrence, personId, representativeId } = found;
    const guest = await this.guestAt(occurrence, { guestId: representativeId, isModerator: true });
    return { ...guest, personId };
  }

  /** Somebody at the door of a date, as it stands now. */
  async guestAt(occurrence: OccurrenceRow, who: { guestId: string; isModerator: boolean }): Promise<Guest> {
    const range = rangeBetween(occurrence);
    const openUntil = await this.meetings.closesAt(occurrence.id, range.end);
    const earlyMinutes = occurrence.doorOpensMinutes + (who.isModerator ? MODERATOR_MINUTES_EARLIER : 0);
    const door =
      occurrence.state === 'planned'
        ? doorStateOf({ ...range, end: openUntil }, earlyMinutes, this.clock.now())
        : ({ kind: 'cancelled' } as const);
    return { occurrence, range, ...who, earlyMinutes, door, openUntil };
  }
}

/** With a new link somebody is another guest: who is invited again may come though they were turned away before. */
function guestIdOf({ id, linkVersion }: Pick<InviteeRow, 'id' | 'linkVersion'>): string {
  return `${id} ${linkVersion}`;
}

/** All that somebody has ever come in as. */
export function guestIdsOf({ id, linkVersion }: Pick<InviteeRow, 'id' | 'linkVersion'>): string[] {
  return Array.from({ length: linkVersion + 1 }, (_, version) => guestIdOf({ id, linkVersion: version }));
}

/**
 * Where a link to several dates leads: to the next, or as long as that one is shut to the one before, which has ended and
 * whose door may be open yet.
 */
export async function openOrNext(
  next: Guest | undefined,
  findBefore: () => Promise<Guest | undefined>,
): Promise<Guest | undefined> {
  if (next?.door.kind === 'open') return next;
  const before = await findBefore();
  return before?.door.kind === 'open' ? before : next;
}

/** Throws LinkEnded for a link that was withdrawn or replaced. */
function refuseEnded({ withdrawnAt, isEnded }: { withdrawnAt: string | null; isEnded: boolean }): void {
  if (withdrawnAt !== null) throw new LinkEnded('withdrawn');
  if (isEnded) throw new LinkEnded('replaced');
}

function nextOf(dates: readonly OccurrenceRow[], now: Temporal.Instant): OccurrenceRow | undefined {
  return (
    dates.find((date) => isToCome(date, now)) ??
    dates.find(({ state, endsAt }) => state === 'cancelled' && endsAt > toUtc(now)) ??
    dates.findLast(({ state }) => state === 'planned') ??
    dates.at(-1)
  );
}

/** The one that ended last. */
function lastOf(dates: readonly OccurrenceRow[], now: Temporal.Instant): OccurrenceRow | undefined {
  return dates.findLast(({ state, endsAt }) => state === 'planned' && endsAt <= toUtc(now));
}
