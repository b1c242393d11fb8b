import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageHost } from '../contact-points/page-host.reader.js';
import { DomainError } from '../kernel/domain-error.js';
import { MeetingsReader, ServerAway } from '../meetings/meetings.reader.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage, type Page } from '../platform/http/page.js';
import type { Tried } from './door.page.js';
import { DoorTickets, type DoorTicket } from './door-tickets.js';
import { refusedAtGroupDoor } from './group-door.page.js';
import { GroupDoorReader } from './group-door.reader.js';
import { GuestsReader, type Guest } from './guests.reader.js';
import { LinkEnded, NothingPlanned, TooEarly } from './invitations.errors.js';
import { PageHostsReader } from './page-hosts.reader.js';
import { refusalPage } from './participant.page.js';
import { noTicketPage, RE_ENTRY_PATH, reEntryPage, thanksPage } from './re-entry.page.js';
import { WayIn } from './way-in.js';

/**
 * Where Jitsi sends people whose token it has lost (`TOKEN_AUTH_URL`), and where it leads those who leave. What Jitsi
 * puts behind the address is not read. A ticket asks the same questions as the link that it was given for. A form of
 * another site that leads here comes without the ticket, and so does nothing.
 */
@Controller()
@ApiExcludeController()
@AllowedTo('visitor')
export class ReEntryController {
  constructor(
    private readonly tickets: DoorTickets,
    private readonly guests: GuestsReader,
    private readonly groupDoors: GroupDoorReader,
    private readonly hosts: PageHostsReader,
    private readonly wayIn: WayIn,
    private readonly meetings: MeetingsReader,
  ) {}

  @Get('wieder')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(request, reply, async (ticket) => {
      requireOpen(await this.requireGuest(ticket));
      await this.send(reply, reEntryPage(await this.hostOf(ticket)));
    });
  }

  @Post('wieder')
  async enter(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(request, reply, async (ticket) => {
      const guest = { ...(await this.requireGuest(ticket)), isBack: true };
      await this.wayIn.lead(reply, guest, ticket);
    });
  }

  @Get('danke')
  thanks(@Res() reply: FastifyReply): void {
    sendPage(reply, thanksPage);
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (ticket: DoorTicket) => Promise<void>,
  ): Promise<void> {
    const ticket = this.tickets.find(request);
    if (!ticket) {
      sendPage(reply, noTicketPage);
      return;
    }
    try {
      await work(ticket);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const dialIn = error instanceof ServerAway ? error.dialIn : undefined;
      const tried = { action: RE_ENTRY_PATH, dialIn };
      await this.send(reply, refused(error, { ...ticket, tried }, await this.hostOf(ticket)));
    }
  }

  private async requireGuest({ by, token }: DoorTicket): Promise<Guest> {
    if (by === 'link') return this.guests.requireGuest(token);
    const guest = await this.groupDoors.findGuest(token);
    if (!guest) throw new NothingPlanned();
    return guest;
  }

  private hostOf({ by, token }: DoorTicket): Promise<PageHost> {
    return by === 'link' ? this.hosts.ofLink(token) : this.hosts.ofGroupLink(token);
  }

  private async send(reply: FastifyReply, page: Page): Promise<void> {
    sendPage(reply, page, { formTarget: await this.meetings.serverOrigins() });
  }
}

function requireOpen({ door }: Guest): void {
  if (door.kind === 'tooEarly') throw new TooEarly(door.opensAt);
  if (door.kind !== 'open') throw new LinkEnded(door.kind);
}

function refused(error: DomainError, ticket: DoorTicket & { tried: Tried }, host: PageHost): Page {
  const { by, tried } = ticket;
  if (by === 'link' || error instanceof LinkEnded) return refusalPage(error, host, { tried });
  return refusedAtGroupDoor(error, ticket, host);
}
