import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage, type Page } from '../platform/http/page.js';
import { ForgetMe } from './forget-me.js';
import { askForgetPage, forgottenPage, unsubscribePage } from './forget-me.page.js';
import * as requests from './invitations.requests.js';
import { refusalPage } from './participant.page.js';

/** The ways out for people who are invited: by a button of their page, and by one of their mail program (RFC 8058). */
@Controller('t/:token')
@ApiExcludeController()
@AllowedTo('visitor')
export class ForgetMeController {
  constructor(private readonly forgetMe: ForgetMe) {}

  @Post('forget')
  @HttpCode(200)
  async forget(
    @Param('token') token: string,
    @Body({ schema: requests.forgetRequest }) { sure }: requests.ForgetRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(reply, async () => {
      if (this.forgetMe.isSure(token, sure)) return this.act(token);
      await this.forgetMe.requireInvitee(token);
      return askForgetPage(token, this.forgetMe.sureFor(token));
    });
  }

  @Get('unsubscribe')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, async () => {
      await this.forgetMe.requireInvitee(token);
      return unsubscribePage(token);
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
    await this.answer(reply, () => this.act(token));
  }

  private async act(token: string): Promise<Page> {
    await this.forgetMe.run(token);
    return forgottenPage;
  }

  private async answer(reply: FastifyReply, work: () => Promise<Page>): Promise<void> {
    try {
      sendPage(reply, await work());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      sendPage(reply, refusalPage(error));
    }
  }
}
