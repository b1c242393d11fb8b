import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { MeetingsReader, ServerAway } from '../meetings/meetings.reader.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage, type Page } from '../platform/http/page.js';
import { groupDoorPage, refusedAtGroupDoor, groupDoorPathOf, type AtGroupDoor } from './group-door.page.js';
import { GroupDoorReader } from './group-door.reader.js';
import { NothingPlanned } from './invitations.errors.js';
import { PageHostsReader } from './page-hosts.reader.js';
import { enterRequest, type EnterRequest } from './invitations.requests.js';
import { WayIn } from './way-in.js';

/** The page behind the link of a group. It needs no script, and opening it changes nothing. */
@Controller('g/:token')
@ApiExcludeController()
@AllowedTo('visitor')
export class GroupDoorController {
  constructor(
    private readonly doors: GroupDoorReader,
    private readonly wayIn: WayIn,
    private readonly meetings: MeetingsReader,
    private readonly clock: Clock,
    private readonly hosts: PageHostsReader,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, { token }, async () => {
      const guest = await this.doors.findGuest(token);
      const origins = await this.meetings.serverOrigins();
      const facts = { token, hasServer: origins !== '', now: this.clock.now() };
      const way = guest && (await this.meetings.wayTo(guest.occurrence.id));
      const host = await this.hosts.ofGroupLink(token);
      const page = groupDoorPage({ ...facts, guest, host, dialIn: way?.dialIn, lacksDoor: way?.isForeign });
      sendPage(reply, page, { formTarget: origins });
    });
  }

  @Post('enter')
  async enter(
    @Param('token') token: string,
    @Body({ schema: enterRequest }) { displayName }: EnterRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const tried = { action: `${groupDoorPathOf(token)}/enter`, displayName };
    await this.answer(reply, { token, tried }, async () => {
      const guest = await this.doors.findGuest(token);
      if (!guest) throw new NothingPlanned();
      await this.wayIn.lead(reply, guest, { by: 'groupLink', token, displayName });
    });
  }

  /** People at a door get pages, also when they are refused. */
  private async answer(
    reply: FastifyReply,
    { token, tried }: AtGroupDoor,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const dialIn = error instanceof ServerAway ? error.dialIn : undefined;
      const at = { token, tried: tried && { ...tried, dialIn } };
      await this.send(reply, refusedAtGroupDoor(error, at, await this.hosts.ofGroupLink(token)));
    }
  }

  private async send(reply: FastifyReply, page: Page): Promise<void> {
    sendPage(reply, page, { formTarget: await this.meetings.serverOrigins() });
  }
}
