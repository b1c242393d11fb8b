import { Body, Controller, Delete, Get, HttpCode, Injectable, Patch, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { LONG_LIST_BYTES } from '../platform/http/body-limits.js';
import { IdParam } from '../platform/http/id-param.js';
import { InvitationPreviewsReader } from './invitation-previews.reader.js';
import {
  inviteRequest,
  mayOpenRequest,
  type InviteRequest,
  type MayOpenRequest,
} from './invitations.requests.js';
import { invitationPreviewView, invitedView, inviteeListView, inviteeView } from './invitations.views.js';
import { InvitePeople } from './invite-people.js';
import { LetOpen } from './let-open.js';
import { OccasionsReader, type Occasion } from './occasions.reader.js';
import { ResendInvitation } from './resend-invitation.js';
import { WithdrawInvitation } from './withdraw-invitation.js';

/** Who is invited, whether to one date or to a whole series: the same routes under two addresses. */
@Injectable()
abstract class InviteesOfOccasion {
  constructor(
    protected readonly occasions: OccasionsReader,
    private readonly previews: InvitationPreviewsReader,
    private readonly invitePeople: InvitePeople,
    private readonly resendInvitation: ResendInvitation,
    private readonly withdrawInvitation: WithdrawInvitation,
    private readonly letOpen: LetOpen,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: inviteeListView })
  async list(@CurrentActor() actor: Representative, @IdParam() occasionId: string) {
    return this.occasions.listInvitees(await this.require(actor, occasionId));
  }

  @Post()
  @RouteConfig({ bodyLimit: LONG_LIST_BYTES })
  @ApiCreatedResponse({ standardSchema: invitedView })
  async invite(
    @CurrentActor() actor: Representative,
    @IdParam() occasionId: string,
    @Body({ schema: inviteRequest }) request: InviteRequest,
  ) {
    const occasion = await this.require(actor, occasionId);
    const answer = await this.invitePeople.run(occasion, request);
    return { ...(await this.occasions.listInvitees(occasion)), ...answer };
  }

  /** „So sieht Ihre Einladung aus“ */
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: invitationPreviewView })
  async preview(@CurrentActor() actor: Representative, @IdParam() occasionId: string) {
    return this.previews.show(await this.require(actor, occasionId));
  }

  @Post(':inviteeId/resend')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: inviteeView })
  async resend(
    @CurrentActor() actor: Representative,
    @IdParam() occasionId: string,
    @IdParam('inviteeId') inviteeId: string,
  ) {
    const occasion = await this.require(actor, occasionId);
    await this.resendInvitation.run(occasion, inviteeId);
    return this.occasions.showInvitee(occasion, inviteeId);
  }

  /** Whether they may open the meeting when no representative comes. */
  @Patch(':inviteeId')
  @ApiOkResponse({ standardSchema: inviteeView })
  async change(
    @CurrentActor() actor: Representative,
    @IdParam() occasionId: string,
    @IdParam('inviteeId') inviteeId: string,
    @Body({ schema: mayOpenRequest }) { mayOpen }: MayOpenRequest,
  ) {
    const occasion = await this.require(actor, occasionId);
    await this.letOpen.run(occasion, inviteeId, mayOpen);
    return this.occasions.showInvitee(occasion, inviteeId);
  }

  @Delete(':inviteeId')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(
    @CurrentActor() actor: Representative,
    @IdParam() occasionId: string,
    @IdParam('inviteeId') inviteeId: string,
  ): Promise<void> {
    await this.withdrawInvitation.run(await this.require(actor, occasionId), inviteeId);
  }

  /** What the address names, if it belongs to the caller's group. Throws NotFound. */
  protected abstract require(actor: Representative, occasionId: string): Promise<Occasion>;
}

/** Who is invited to one date. */
@Controller('api/occurrences/:id/invitees')
@AllowedTo('representative')
export class InviteesController extends InviteesOfOccasion {
  protected override require(actor: Representative, occurrenceId: string): Promise<Occasion> {
    return this.occasions.requireDate(actor, occurrenceId);
  }
}

/** Who is invited to all dates of a series; of a reservation that is none, to its one date. */
@Controller('api/reservations/:id/invitees')
@AllowedTo('representative')
export class SeriesInviteesController extends InviteesOfOccasion {
  protected override require(actor: Representative, reservationId: string): Promise<Occasion> {
    return this.occasions.requireReservation(actor, reservationId);
  }
}
