import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../kernel/clock.js';
import { DomainError, NotFound } from '../kernel/domain-error.js';
import { toUtc } from '../kernel/time-range.js';
import { MeetingsReader, ServerAway } from '../meetings/meetings.reader.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { leadTo, sendPage, type Page } from '../platform/http/page.js';
import { EnterMeeting } from './enter-meeting.js';
import { GuestsReader } from './guests.reader.js';
import { LinkEnded } from './invitations.errors.js';
import { enterRequest, replyRequest, type EnterRequest, type ReplyRequest } from './invitations.requests.js';
import { PageHostsReader } from './page-hosts.reader.js';
import { ParticipantCalendarsReader } from './participant-calendars.reader.js';
import { ReplyToInvitation } from './reply-to-invitation.js';
import { refusedPage, type Tried } from './door.page.js';
import { ANSWER_ANCHOR, participantPage, refusalPage } from './participant.page.js';
import { WayIn } from './way-in.js';

export const entryView = z.strictObject({ url: z.string(), expiresAt: z.iso.datetime() });

/** By which link, and what somebody tried who pressed the button. */
interface AtDoor {
  token: string;
  tried?: Tried;
}

/** The pages behind the links in the mails. They need no script, and opening them changes nothing. */
@Controller()
@AllowedTo('visitor')
export class ParticipantController {
  constructor(
    private readonly guests: GuestsReader,
    private readonly enterMeeting: EnterMeeting,
    private readonly meetings: MeetingsReader,
    private readonly clock: Clock,
    private readonly hosts: PageHostsReader,
    private readonly replyToInvitation: ReplyToInvitation,
    private readonly calendars: ParticipantCalendarsReader,
    private readonly wayIn: WayIn,
  ) {}

  @Get('t/:token')
  @ApiExcludeEndpoint()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const host = await this.hosts.ofLink(token);
    const origins = await this.meetings.serverOrigins();
    const facts = { token, hasServer: origins !== '', now: this.clock.now(), host };
    try {
      const guest = await this.guests.requireGuest(token);
      const { dialIn, isForeign } = await this.meetings.wayTo(guest.occurrence.id);
      const page = participantPage({ ...facts, guest, dialIn, lacksDoor: isForeign });
      sendPage(reply, page, { formTarget: origins });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      sendPage(reply, refusalPage(error, host), { formTarget: origins });
    }
  }

  @Post('t/:token/enter')
  @ApiExcludeEndpoint()
  async enter(
    @Param('token') token: string,
    @Body({ schema: enterRequest }) { displayName }: EnterRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const tried = { action: `/t/${token}/enter`, displayName };
    const enter = async () =>
      this.wayIn.lead(reply, await this.guests.requireGuest(token), { by: 'link', token, displayName });
    await this.answer(reply, { token, tried }, enter);
  }

  @Post('t/:token/reply')
  @ApiExcludeEndpoint()
  async reply(
    @Param('token') token: string,
    @Body({ schema: replyRequest }) { answer }: ReplyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(reply, { token }, async () => {
      await this.replyToInvitation.run(token, answer);
      leadTo(reply, `/t/${token}#${ANSWER_ANCHOR}`);
    });
  }

  @Get('t/:token/termin.ics')
  @ApiExcludeEndpoint()
  async calendar(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(reply, { token }, async () => {
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
  private async answer(
    reply: FastifyReply,
    { token, tried }: AtDoor,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error instanceof NotFound || error instanceof LinkEnded) return this.show(token, reply);
      const dialIn = error instanceof ServerAway ? error.dialIn : undefined;
      const refusal = {
        helper: 'inviter',
        back: `/t/${token}`,
        tried: tried && { ...tried, dialIn },
      } as const;
      await this.send(reply, refusedPage(error, await this.hosts.ofLink(token), refusal));
    }
  }

  private async send(reply: FastifyReply, page: Page): Promise<void> {
    sendPage(reply, page, { formTarget: await this.meetings.serverOrigins() });
  }
}
