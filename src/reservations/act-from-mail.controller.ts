import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../kernel/domain-error.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage, type Page } from '../platform/http/page.js';
import { ActFromMail } from './act-from-mail.js';
import { actPage, endedActPage, outcomePage, refusedActPage } from './act-from-mail.page.js';
import { actRequest, type ActRequest } from './act-from-mail.requests.js';
import { MailedDatesReader, type MailedDate } from './mailed-dates.reader.js';

/** The pages behind the link in a representative's mail. They need no script, and opening them changes nothing. */
@Controller('a/:token')
@ApiExcludeController()
@AllowedTo('visitor')
export class ActFromMailController {
  constructor(
    private readonly mailedDates: MailedDatesReader,
    private readonly actFromMail: ActFromMail,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const mailed = await this.find(token);
    sendPage(reply, 'page' in mailed ? mailed.page : actPage(mailed));
  }

  @Post()
  @HttpCode(200)
  async act(
    @Param('token') token: string,
    @Body({ schema: actRequest }) wish: ActRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const mailed = await this.find(token);
    sendPage(reply, 'page' in mailed ? mailed.page : await this.answer(mailed, wish));
  }

  private async answer(mailed: MailedDate, wish: ActRequest): Promise<Page> {
    try {
      return outcomePage(mailed, await this.actFromMail.run(mailed, wish));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // Somebody else may have been faster: what is shown is how the date stands now.
      const now = await this.find(mailed.token);
      if ('page' in now) return now.page;
      const done = this.actFromMail.findDone(now, wish);
      return done ? outcomePage(now, done) : refusedActPage(now, error, wish);
    }
  }

  /** People behind a link get pages, also when they are refused. */
  private async find(token: string): Promise<MailedDate | { page: Page }> {
    try {
      return await this.mailedDates.require(token);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { page: endedActPage(error, await this.mailedDates.hostOf(token)) };
    }
  }
}
