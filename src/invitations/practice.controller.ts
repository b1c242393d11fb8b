import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';
import { MeetingsReader } from '../meetings/meetings.reader.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { leadTo, sendPage, type Page } from '../platform/http/page.js';
import { practicePathOf, type Tried } from './door.page.js';
import { groupDoorPathOf, refusedAtGroupDoor } from './group-door.page.js';
import { GroupDoorReader } from './group-door.reader.js';
import { readTypedToken } from './domain/group-token.js';
import { GuestsReader } from './guests.reader.js';
import { enterRequest, type EnterRequest } from './invitations.requests.js';
import { PageHostsReader } from './page-hosts.reader.js';
import { refusalPage } from './participant.page.js';
import { PractiseEntering } from './practise-entering.js';

/** The button with which people try Jitsi before their meeting. Whatever opens no door opens no practice room either. */
@Controller()
@ApiExcludeController()
@AllowedTo('visitor')
export class PracticeController {
  constructor(
    private readonly guests: GuestsReader,
    private readonly groupDoors: GroupDoorReader,
    private readonly practise: PractiseEntering,
    private readonly hosts: PageHostsReader,
    private readonly meetings: MeetingsReader,
  ) {}

  @Post('t/:token/probe')
  async byLink(
    @Param('token') token: string,
    @Body({ schema: enterRequest }) { displayName }: EnterRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const host = await this.hosts.ofLink(token);
    const page = `/t/${token}`;
    const tried = { action: practicePathOf(page), displayName, isPractice: true };
    const refuse = (error: DomainError) => refusalPage(error, host, { back: page, tried });
    await this.answer(reply, refuse, async () => {
      const guest = await this.guests.requireGuest(token);
      return this.practise.run({ token, isGroupLink: false, guest, displayName, wording: host.wording });
    });
  }

  @Post('g/:token/probe')
  async byGroupLink(
    @Param('token') typed: string,
    @Body({ schema: enterRequest }) { displayName }: EnterRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const host = await this.hosts.ofGroupLink(typed);
    const action = practicePathOf(groupDoorPathOf(typed));
    const tried: Tried = { action, displayName, isPractice: true };
    const refuse = (error: DomainError) => refusedAtGroupDoor(error, { token: typed, tried }, host);
    await this.answer(reply, refuse, async () => {
      const guest = await this.groupDoors.findGuest(typed);
      const token = readTypedToken(typed) ?? typed;
      return this.practise.run({ token, isGroupLink: true, guest, displayName, wording: host.wording });
    });
  }

  private async answer(
    reply: FastifyReply,
    refuse: (error: DomainError) => Page,
    work: () => Promise<string>,
  ): Promise<void> {
    try {
      leadTo(reply, await work());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      sendPage(reply, refuse(error), { formTarget: await this.meetings.serverOrigins() });
    }
  }
}
