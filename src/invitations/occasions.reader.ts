import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Representative } from '../kernel/actor.js';
import { NotFound } from '../kernel/domain-error.js';
import { isBefore } from '../kernel/time-range.js';
import { ReservationsReader, type OccurrenceRow } from '../reservations/reservations.reader.js';
import { InvitationsReader, type InviteeRow } from './invitations.reader.js';
import type { InvitedTo } from './invitations.store.js';
import { toInviteeView, type inviteeListView, type inviteeView } from './invitations.views.js';

/** What people are invited to, as it stands: one date, or a series with all its dates. */
export interface Occasion extends InvitedTo {
  groupId: string;
  dates: [OccurrenceRow, ...OccurrenceRow[]];
}

/** The dates and series of one's own group that people are invited to. */
@Injectable()
export class OccasionsReader {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly invitations: InvitationsReader,
  ) {}

  /** Throws NotFound. */
  async requireDate(actor: Representative, occurrenceId: string): Promise<Occasion> {
    const date = await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    const { groupId, reservationId } = date;
    return { groupId, reservationId, occurrenceId, dates: [date] };
  }

  /** All dates of a reservation; of one that is no series its one date. Throws NotFound. */
  async requireReservation(actor: Representative, reservationId: string): Promise<Occasion> {
    const [first, ...others] = await this.reservations.requireOwnDates(actor, reservationId);
    if (!first) throw new NotFound();
    const { groupId } = first;
    if (!first.series) return { groupId, reservationId, occurrenceId: first.id, dates: [first] };
    return { groupId, reservationId, dates: [first, ...others] };
  }

  async listInvitees(to: Occasion): Promise<z.infer<typeof inviteeListView>> {
    return { items: (await this.invitations.inviteesOf(to)).map(toInviteeView) };
  }

  /** Throws NotFound. */
  async showInvitee(to: Occasion, inviteeId: string): Promise<z.infer<typeof inviteeView>> {
    const { items } = await this.listInvitees(to);
    const invitee = items.find(({ id }) => id === inviteeId);
    if (!invitee) throw new NotFound();
    return invitee;
  }

  /** Somebody on the list of this date or series. Throws NotFound, also for those taken off it. */
  async requireInvitee(to: Occasion, inviteeId: string): Promise<InviteeRow> {
    const invitee = await this.findInvitee(to, inviteeId);
    if (invitee?.withdrawnAt !== null) throw new NotFound();
    return invitee;
  }

  /** The same, or who was taken off it. */
  async findInvitee({ reservationId, occurrenceId }: Occasion, id: string): Promise<InviteeRow | undefined> {
    const invitee = await this.invitations.findInvitee(id);
    const isOfDate = occurrenceId !== undefined && invitee?.occurrenceId === occurrenceId;
    const isOfSeries = occurrenceId === undefined && invitee?.reservationId === reservationId;
    return isOfDate || isOfSeries ? invitee : undefined;
  }
}

/** Planned, and not over. */
export function isToCome(date: OccurrenceRow, now: Temporal.Instant): boolean {
  return date.state === 'planned' && !isOver(date, now);
}

export function isOver({ endsAt }: OccurrenceRow, now: Temporal.Instant): boolean {
  return !isBefore(now, Temporal.Instant.from(endsAt));
}
