import { Body, Controller, Get, HttpCode, Ip, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readEmailAddress } from '../kernel/email-address.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage } from '../platform/http/page.js';
import { AskForFreshLink } from './ask-for-fresh-link.js';
import {
  wordingQuery,
  lostLinkRequest,
  type WordingQuery,
  type LostLinkRequest,
} from './invitations.requests.js';
import { linkAskedPage, lostLinkPage } from './lost-link.page.js';

/** For people who cannot find their link. The page needs no script, and opening it changes nothing. */
@Controller('link-verloren')
@ApiExcludeController()
@AllowedTo('visitor')
export class LostLinkController {
  constructor(private readonly askForFreshLink: AskForFreshLink) {}

  @Get()
  show(@Query({ schema: wordingQuery }) { wording }: WordingQuery, @Res() reply: FastifyReply): void {
    sendPage(reply, lostLinkPage(wording));
  }

  @Post()
  @HttpCode(202)
  async ask(
    @Query({ schema: wordingQuery }) { wording }: WordingQuery,
    @Body({ schema: lostLinkRequest }) { email: typed }: LostLinkRequest,
    @Ip() clientAddress: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = readEmailAddress(typed);
    if (read.ok) await this.askForFreshLink.run(read.email, clientAddress);
    sendPage(reply, read.ok ? linkAskedPage(wording) : lostLinkPage(wording, { typed, fault: read.reason }));
  }
}
