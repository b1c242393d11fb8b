import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { leadTo } from '../platform/http/page.js';
import { DoorTickets, type DoorTicket } from './door-tickets.js';
import { EnterMeeting } from './enter-meeting.js';
import type { Guest } from './guests.reader.js';

/** What is alike at every door when somebody presses its button. */
@Injectable()
export class WayIn {
  constructor(
    private readonly enterMeeting: EnterMeeting,
    private readonly tickets: DoorTickets,
  ) {}

  /** Leads into Jitsi with a fresh token, and gives the ticket to come back with. Throws what EnterMeeting throws. */
  async lead(reply: FastifyReply, guest: Guest, ticket: DoorTicket): Promise<void> {
    const { url } = await this.enterMeeting.run(guest, ticket.displayName);
    this.tickets.give(reply, ticket, guest.range.end);
    leadTo(reply, url);
  }
}
