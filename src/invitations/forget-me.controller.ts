import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PageHost } from '../contact-points/page-host.reader.js';
import { DomainError } from '../kernel/domain-error.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage, type Page } from '../platform/http/page.js';
import { ForgetMe } from './forget-me.js';
import { askForgetPage, forgottenPage, unsubscribePage } from './forget-me.page.js';
import * as requests from './invitations.requests.js';
import { PageHostsReader } from './page-hosts.reader.js';
import { refusalPage } from './participant.page.js';

/** The ways out for people who are invited: by a button of their page, and by one of their mail program (RFC 8058). */
@Controller('t/:token')
@ApiExcludeController()
@AllowedTo('visitor')
export class ForgetMeController {
  constructor(
    private readonly forgetMe: ForgetMe,
    private readonly hosts: PageHostsReader,
  ) {}

  @Post('forget')
  @HttpCode(200)
  async forget(
    @Param('token') token: string,
    @Body({ schema: requests.forgetRequest }) { sure }: requests.ForgetRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(reply, token, async (host) => {
      if (this.forgetMe.isSure(token, sure)) return this.act(token, host);
      await this.forgetMe.requireInvitee(token);
      return askForgetPage(token, this.forgetMe.sureFor(token), host);
    });
  }

  @Get('unsubscribe')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, token, async (host) => {
      await this.forgetMe.requireInvitee(token);
      return unsubscribePage(token, host);
    });
  }

  /** No page of ours has a form that leads here: only a mail program sends this, when somebody presses its button. */
  @Post('unsubscribe')
  @HttpCode(200)
  async unsubscribe(
    @Param('token') token: string,
    @Body({ schema: requests.unsubscribeRequest }) _oneClick: requests.UnsubscribeRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(reply, token, (host) => this.act(token, host));
  }

  private async act(token: string, host: PageHost): Promise<Page> {
    await this.forgetMe.run(token);
    return forgottenPage(host);
  }

  private async answer(
    reply: FastifyReply,
    token: string,
    work: (host: PageHost) => Promise<Page>,
  ): Promise<void> {
    // Asked first: whoever is forgotten leaves nothing to find it by.
    const host = await this.hosts.ofLink(token);
    try {
      sendPage(reply, await work(host));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      sendPage(reply, refusalPage(error, host));
    }
  }
}
