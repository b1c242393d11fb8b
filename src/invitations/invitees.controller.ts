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

/** Who is invited to one date. */
@Controller('api/occurrences/:id/invitees')
@AllowedTo('representative')
export class InviteesController {
  constructor(
    private readonly occasions: OccasionsReader,
    private readonly previews: InvitationPreviewsReader,
    private readonly invitePeople: InvitePeople,
    private readonly resendInvitation: ResendInvitation,
    private readonly withdrawInvitation: WithdrawInvitation,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: inviteeListView })
  async list(@CurrentActor() actor: Representative, @IdParam() occurrenceId: string) {
    return this.occasions.listInvitees(await this.occasions.requireDate(actor, occurrenceId));
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: inviteeListView })
  async invite(
    @CurrentActor() actor: Representative,
    @IdParam() occurrenceId: string,
    @Body({ schema: inviteRequest }) request: InviteRequest,
  ) {
    const date = await this.occasions.requireDate(actor, occurrenceId);
    await this.invitePeople.run(date, request);
    return this.occasions.listInvitees(date);
  }

  /** „So sieht Ihre Einladung aus“ */
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: invitationPreviewView })
  async preview(@CurrentActor() actor: Representative, @IdParam() occurrenceId: string) {
    return this.previews.show(await this.occasions.requireDate(actor, occurrenceId));
  }

  @Post(':inviteeId/resend')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: inviteeView })
  async resend(
    @CurrentActor() actor: Representative,
    @IdParam() occurrenceId: string,
    @IdParam('inviteeId') inviteeId: string,
  ) {
    const date = await this.occasions.requireDate(actor, occurrenceId);
    await this.resendInvitation.run(date, inviteeId);
    return this.occasions.showInvitee(date, inviteeId);
  }

  @Delete(':inviteeId')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(
    @CurrentActor() actor: Representative,
    @IdParam() occurrenceId: string,
    @IdParam('inviteeId') inviteeId: string,
  ): Promise<void> {
    const date = await this.occasions.requireDate(actor, occurrenceId);
    await this.withdrawInvitation.run(date, inviteeId);
  }
}
