import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { InvitationPreviewsReader } from './invitation-previews.reader.js';
import { inviteRequest, type InviteRequest } from './invitations.requests.js';
import { invitationPreviewView, inviteeListView, inviteeView } from './invitations.views.js';
import { InvitePeople } from './invite-people.js';
import { OccasionsReader } from './occasions.reader.js';
import { ResendInvitation } from './resend-invitation.js';
import { WithdrawInvitation } from './withdraw-invitation.js';

/** Who is invited to all dates of a series; of a reservation that is none, to its one date. */
@Controller('api/reservations/:id/invitees')
@AllowedTo('representative')
export class SeriesInviteesController {
  constructor(
    private readonly occasions: OccasionsReader,
    private readonly previews: InvitationPreviewsReader,
    private readonly invitePeople: InvitePeople,
    private readonly resendInvitation: ResendInvitation,
    private readonly withdrawInvitation: WithdrawInvitation,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: inviteeListView })
  async list(@CurrentActor() actor: Representative, @IdParam() reservationId: string) {
    return this.occasions.listInvitees(await this.occasions.requireReservation(actor, reservationId));
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: inviteeListView })
  async invite(
    @CurrentActor() actor: Representative,
    @IdParam() reservationId: string,
    @Body({ schema: inviteRequest }) request: InviteRequest,
  ) {
    const series = await this.occasions.requireReservation(actor, reservationId);
    await this.invitePeople.run(series, request);
    return this.occasions.listInvitees(series);
  }

  /** „So sieht Ihre Einladung aus“ */
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: invitationPreviewView })
  async preview(@CurrentActor() actor: Representative, @IdParam() reservationId: string) {
    return this.previews.show(await this.occasions.requireReservation(actor, reservationId));
  }

  @Post(':inviteeId/resend')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: inviteeView })
  async resend(
    @CurrentActor() actor: Representative,
    @IdParam() reservationId: string,
    @IdParam('inviteeId') inviteeId: string,
  ) {
    const series = await this.occasions.requireReservation(actor, reservationId);
    await this.resendInvitation.run(series, inviteeId);
    return this.occasions.showInvitee(series, inviteeId);
  }

  @Delete(':inviteeId')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(
    @CurrentActor() actor: Representative,
    @IdParam() reservationId: string,
    @IdParam('inviteeId') inviteeId: string,
  ): Promise<void> {
    const series = await this.occasions.requireReservation(actor, reservationId);
    await this.withdrawInvitation.run(series, inviteeId);
  }
}
