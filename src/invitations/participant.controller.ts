import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { Clock } from '../kernel/clock.js';
import { DomainError, NotFound } from '../kernel/domain-error.js';
import { toUtc } from '../kernel/time-range.js';
import { MeetingsReader } from '../meetings/meetings.reader.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage, type Page } from '../platform/http/page.js';
import { EnterMeeting } from './enter-meeting.js';
import { GuestsReader } from './guests.reader.js';
import { LinkEnded } from './invitations.errors.js';
import { enterRequest, replyRequest, type EnterRequest, type ReplyRequest } from './invitations.requests.js';
import { ParticipantCalendarsReader } from './participant-calendars.reader.js';
import { ReplyToInvitation } from './reply-to-invitation.js';
import { participantPage, refusalPage, refusedPage } from './participant.page.js';

export const entryView = z.strictObject({ url: z.string(), expiresAt: z.iso.datetime() });

/** The pages behind the links in the mails. They need no script, and opening them changes nothing. */
@Controller()
@AllowedTo('visitor')
export class ParticipantController {
  constructor(
    private readonly guests: GuestsReader,
    private readonly enterMeeting: EnterMeeting,
    private readonly meetings: MeetingsReader,
    private readonly clock: Clock,
    private readonly contactPoints: ContactPointsReader,
    private readonly replyToInvitation: ReplyToInvitation,
    private readonly calendars: ParticipantCalendarsReader,
  ) {}

  @Get('t/:token')
  @ApiExcludeEndpoint()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const facts = { token, hasServer: this.meetings.hasServer, now: this.clock.now() };
    try {
      const guest = await this.guests.requireGuest(token);
      const legal = await this.contactPoints.requireById(guest.occurrence.contactPointId);
      this.send(reply, participantPage({ ...facts, guest, legal }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.send(reply, refusalPage(error));
    }
  }

  @Post('t/:token/enter')
  @ApiExcludeEndpoint()
  async enter(
    @Param('token') token: string,
    @Body({ schema: enterRequest }) { displayName }: EnterRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(reply, token, async () => {
      const { url } = await this.enterMeeting.run(await this.guests.requireGuest(token), displayName);
      void reply.header('cache-control', 'no-store').status(303).header('location', url).send();
    });
  }

  @Post('t/:token/reply')
  @ApiExcludeEndpoint()
  async reply(
    @Param('token') token: string,
    @Body({ schema: replyRequest }) { answer }: ReplyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(reply, token, async () => {
      await this.replyToInvitation.run(token, answer);
      void reply.header('cache-control', 'no-store').status(303).header('location', `/t/${token}`).send();
    });
  }

  @Get('t/:token/termin.ics')
  @ApiExcludeEndpoint()
  async calendar(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, token, async () => {
      const file = await this.calendars.requireFile(await this.guests.requireGuest(token));
      void reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="termin.ics"')
        .type('text/calendar; charset=utf-8')
        .send(file);
    });
  }

  /** The same entry for programs. */
  @Post('api/links/:token/enter')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: entryView })
  async enterByProgram(
    @Param('token') token: string,
    @Body({ schema: enterRequest }) { displayName }: EnterRequest,
  ): Promise<z.infer<typeof entryView>> {
    const guest = await this.guests.requireGuest(token);
    const { url, expiresAt } = await this.enterMeeting.run(guest, displayName);
    return { url, expiresAt: toUtc(expiresAt) };
  }

  /** People at a door get pages, also when they are refused; what has ended or never was says so on its own page. */
  private async answer(reply: FastifyReply, token: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error instanceof NotFound || error instanceof LinkEnded) return this.show(token, reply);
      this.send(reply, refusedPage(error, token));
    }
  }

  private send(reply: FastifyReply, page: Page): void {
    sendPage(reply, page, { formTarget: this.meetings.serverOrigin });
  }
}
