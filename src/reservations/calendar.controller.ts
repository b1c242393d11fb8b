import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiExcludeEndpoint, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Representative } from '../kernel/actor.js';
import { NotFound } from '../kernel/domain-error.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { etagOf, isKnown } from '../platform/http/if-none-match.js';
import { CalendarFeedsReader } from './calendar-feeds.reader.js';
import { calendarView, newCalendarView, type CalendarView } from './calendar.views.js';
import { EndCalendar } from './end-calendar.js';
import { RenewCalendar } from './renew-calendar.js';

/** The calendar of a group that its representatives subscribe to: each has an address of their own. */
@Controller()
@AllowedTo('representative')
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeedsReader,
    private readonly renewCalendar: RenewCalendar,
    private readonly endCalendar: EndCalendar,
  ) {}

  @Get('api/groups/:id/calendar')
  @ApiOkResponse({ standardSchema: calendarView })
  show(@CurrentActor() actor: Representative, @IdParam() groupId: string): Promise<CalendarView> {
    return this.feeds.show(actor, groupId);
  }

  @Post('api/groups/:id/calendar')
  @ApiCreatedResponse({ standardSchema: newCalendarView })
  async renew(@CurrentActor() actor: Representative, @IdParam() groupId: string): Promise<CalendarView> {
    await this.renewCalendar.run(actor, groupId);
    return this.feeds.show(actor, groupId);
  }

  @Delete('api/groups/:id/calendar')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: Representative, @IdParam() groupId: string): Promise<void> {
    await this.endCalendar.run(actor, groupId);
  }

  /** Calendar programs ask every hour or so, without signing in; whoever knows the address sees the times. */
  @Get('calendar/:file')
  @AllowedTo('visitor')
  @ApiExcludeEndpoint()
  async file(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = /^([\w-]{32})\.ics$/.exec(file)?.[1];
    if (!token) throw new NotFound();
    const text = await this.feeds.requireFile(token);
    const etag = etagOf(text);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (isKnown(etag, known)) return void reply.status(304).send();
    void reply
      .header('content-disposition', 'attachment; filename="termine.ics"')
      .type('text/calendar; charset=utf-8')
      .send(text);
  }
}
