import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { ReservationsReader } from '../reservations/reservations.reader.js';
import { InvitationsReader } from './invitations.reader.js';
import { inviteRequest, type InviteRequest } from './invitations.requests.js';
import { inviteeListView, toInviteeView } from './invitations.views.js';
import { InvitePeople } from './invite-people.js';

@Controller('api/occurrences/:id/invitees')
@AllowedTo('representative')
export class InviteesController {
  constructor(
    private readonly reservations: ReservationsReader,
    private readonly invitations: InvitationsReader,
    private readonly invitePeople: InvitePeople,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: inviteeListView })
  async list(@CurrentActor() actor: Representative, @IdParam() occurrenceId: string) {
    await this.reservations.requireOwnOccurrence(actor, occurrenceId);
    return { items: (await this.invitations.inviteesOf(occurrenceId)).map(toInviteeView) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: inviteeListView })
  async invite(
    @CurrentActor() actor: Representative,
    @IdParam() occurrenceId: string,
    @Body({ schema: inviteRequest }) request: InviteRequest,
  ) {
    await this.invitePeople.run(actor, occurrenceId, request);
    return this.list(actor, occurrenceId);
  }
}
