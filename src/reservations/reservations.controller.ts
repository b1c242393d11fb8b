import { Body, Controller, Delete, Get, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { ExpectedVersion } from '../platform/http/if-match.js';
import { CancelOccurrence } from './cancel-occurrence.js';
import { OwnDatesReader } from './own-dates.reader.js';
import * as requests from './reservations.requests.js';
import { occurrenceListView, occurrenceView, reservationView } from './reservations.views.js';
import { ReserveRoom } from './reserve-room.js';

@Controller('api')
@AllowedTo('representative')
export class ReservationsController {
  constructor(
    private readonly ownDates: OwnDatesReader,
    private readonly reserveRoom: ReserveRoom,
    private readonly cancelOccurrence: CancelOccurrence,
  ) {}

  @Post('groups/:id/reservations')
  @ApiCreatedResponse({ standardSchema: reservationView })
  async reserve(
    @CurrentActor() actor: Representative,
    @IdParam() groupId: string,
    @Body({ schema: requests.reserveRequest }) wish: requests.ReserveRequest,
  ) {
    const { reservationId, notice } = await this.reserveRoom.run(actor, groupId, wish);
    return this.ownDates.showReservation(actor, reservationId, notice);
  }

  @Get('groups/:id/occurrences')
  @ApiOkResponse({ standardSchema: occurrenceListView })
  list(
    @CurrentActor() actor: Representative,
    @IdParam() groupId: string,
    @Query({ schema: requests.occurrencesQuery }) query: requests.OccurrencesQuery,
  ) {
    return this.ownDates.list(actor, groupId, query);
  }

  @Delete('occurrences/:id')
  @ApiOkResponse({ standardSchema: occurrenceView })
  async cancel(
    @CurrentActor() actor: Representative,
    @IdParam() occurrenceId: string,
    @ExpectedVersion() expectedVersion: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.cancelOccurrence.run(actor, occurrenceId, expectedVersion);
    const occurrence = await this.ownDates.showOccurrence(actor, occurrenceId);
    void reply.header('etag', `"${occurrence.version}"`);
    return occurrence;
  }
}
