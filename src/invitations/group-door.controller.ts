import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { MeetingsReader } from '../meetings/meetings.reader.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage, type Page } from '../platform/http/page.js';
import { EnterMeeting } from './enter-meeting.js';
import { groupDoorPage, refusedAtGroupDoor } from './group-door.page.js';
import { GroupDoorReader } from './group-door.reader.js';
import { NothingPlanned } from './invitations.errors.js';
import { enterRequest, type EnterRequest } from './invitations.requests.js';

/** The page behind the link of a group. It needs no script, and opening it changes nothing. */
@Controller('g/:token')
@ApiExcludeController()
@AllowedTo('visitor')
export class GroupDoorController {
  constructor(
    private readonly doors: GroupDoorReader,
    private readonly enterMeeting: EnterMeeting,
    private readonly meetings: MeetingsReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, token, async () => {
      const guest = await this.doors.findGuest(token);
      const facts = { token, guest, hasServer: this.meetings.hasServer, now: this.clock.now() };
      this.send(reply, groupDoorPage(facts));
    });
  }

  @Post('enter')
  async enter(
    @Param('token') token: string,
    @Body({ schema: enterRequest }) { displayName }: EnterRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(reply, token, async () => {
      const guest = await this.doors.findGuest(token);
      if (!guest) throw new NothingPlanned();
      const { url } = await this.enterMeeting.run(guest, displayName);
      void reply.header('cache-control', 'no-store').status(303).header('location', url).send();
    });
  }

  /** People at a door get pages, also when they are refused. */
  private async answer(reply: FastifyReply, token: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.send(reply, refusedAtGroupDoor(error, token));
    }
  }

  private send(reply: FastifyReply, page: Page): void {
    sendPage(reply, page, { formTarget: this.meetings.serverOrigin });
  }
}
