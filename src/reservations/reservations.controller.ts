import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { ExpectedVersion, VersionAsETag } from '../platform/http/if-match.js';
import { CancelOccurrence } from './cancel-occurrence.js';
import { MoveSeries } from './move-series.js';
import { OwnDatesReader } from './own-dates.reader.js';
import { PreviewsReader } from './previews.reader.js';
import * as requests from './reservations.requests.js';
import { clashView, occurrenceView, previewView, reservationView } from './reservations.views.js';
import { ReserveRoom } from './reserve-room.js';
import { RestoreDates } from './restore-dates.js';
import { TakeUpDate } from './take-up-date.js';

/** Reservations as a whole: one date or a series. */
@Controller('api')
@AllowedTo('representative')
@UseInterceptors(VersionAsETag)
export class ReservationsController {
  constructor(
    private readonly ownDates: OwnDatesReader,
    private readonly previews: PreviewsReader,
    private readonly reserveRoom: ReserveRoom,
    private readonly moveSeries: MoveSeries,
    private readonly cancelOccurrence: CancelOccurrence,
    private readonly restoreDates: RestoreDates,
    private readonly takeUpDate: TakeUpDate,
  ) {}

  @Post('groups/:id/reservations/preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: previewView })
  preview(
    @CurrentActor() actor: Representative,
    @IdParam() groupId: string,
    @Body({ schema: requests.reserveRequest }) wish: requests.ReserveRequest,
  ) {
    return this.previews.preview(actor, groupId, wish);
  }

  @Post('groups/:id/reservations')
  @ApiCreatedResponse({ standardSchema: reservationView })
  @ApiConflictResponse({ standardSchema: clashView })
  async reserve(
    @CurrentActor() actor: Representative,
    @IdParam() groupId: string,
    @Body({ schema: requests.reserveRequest }) wish: requests.ReserveRequest,
  ) {
    const { reservationId, ...known } = await this.reserveRoom.run(actor, groupId, wish);
    return this.ownDates.showReservation(actor, reservationId, known);
  }

  @Get('reservations/:id')
  @ApiOkResponse({ standardSchema: reservationView })
  show(@CurrentActor() actor: Representative, @IdParam() reservationId: string) {
    return this.ownDates.showReservation(actor, reservationId);
  }

  @Patch('reservations/:id')
  @ApiOkResponse({ standardSchema: reservationView })
  @ApiConflictResponse({ standardSchema: clashView })
  async move(
    @CurrentActor() actor: Representative,
    @IdParam() reservationId: string,
    @Query({ schema: requests.fromQuery }) { from }: requests.FromQuery,
    @Body({ schema: requests.moveSeriesRequest }) change: requests.MoveSeriesRequest,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    const { notice } = await this.moveSeries.run(actor, reservationId, { from, change, expectedVersion });
    return this.ownDates.showReservation(actor, reservationId, { notice });
  }

  @Delete('reservations/:id')
  @ApiOkResponse({ standardSchema: reservationView })
  async cancel(
    @CurrentActor() actor: Representative,
    @IdParam() reservationId: string,
    @Query({ schema: requests.fromQuery }) { from }: requests.FromQuery,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    await this.cancelOccurrence.runForSeries(actor, reservationId, { from, expectedVersion });
    return this.ownDates.showReservation(actor, reservationId);
  }

  @Post('reservations/:id/restore')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: reservationView })
  @ApiConflictResponse({ standardSchema: clashView })
  async restore(
    @CurrentActor() actor: Representative,
    @IdParam() reservationId: string,
    @Body({ schema: requests.restoreRequest }) request: requests.RestoreRequest,
  ) {
    await this.restoreDates.runForSeries(actor, reservationId, request);
    return this.ownDates.showReservation(actor, reservationId);
  }

  @Post('reservations/:id/occurrences')
  @ApiCreatedResponse({ standardSchema: occurrenceView })
  @ApiConflictResponse({ standardSchema: clashView })
  async takeUp(
    @CurrentActor() actor: Representative,
    @IdParam() reservationId: string,
    @Body({ schema: requests.takeUpRequest }) request: requests.TakeUpRequest,
  ) {
    const { occurrenceId } = await this.takeUpDate.run(actor, reservationId, request);
    return this.ownDates.showOccurrence(actor, occurrenceId);
  }
}
