import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DomainError } from '../kernel/domain-error.js';
import { MeetingsReader, type DialIn } from '../meetings/meetings.reader.js';
import { DoorTickets, type DoorTicket } from './door-tickets.js';
import { EnterMeeting } from './enter-meeting.js';
import type { Guest } from './guests.reader.js';

/** What is alike at every door when somebody presses its button. */
@Injectable()
export class WayIn {
  constructor(
    private readonly enterMeeting: EnterMeeting,
    private readonly tickets: DoorTickets,
    private readonly meetings: MeetingsReader,
  ) {}

  /** Leads into Jitsi with a fresh token, and gives the ticket to come back with. Throws what EnterMeeting throws. */
  async lead(reply: FastifyReply, guest: Guest, ticket: DoorTicket): Promise<void> {
    const { url } = await this.enterMeeting.run(guest, ticket.displayName);
    this.tickets.give(reply, ticket, guest.range.end);
    void reply.header('cache-control', 'no-store').status(303).header('location', url).send();
  }

  /** How to come in all the same while Jitsi does not answer. */
  async besides(
    error: DomainError,
    findGuest: () => Promise<Guest | undefined>,
  ): Promise<DialIn | undefined> {
    const guest = error.code === 'serverAway' ? await findGuest() : undefined;
    return guest && this.meetings.dialInOf(guest.occurrence.id);
  }
}
