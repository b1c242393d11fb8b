import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { ExpectedVersion, VersionAsETag } from '../platform/http/if-match.js';
import { CancelOccurrence } from './cancel-occurrence.js';
import { ExtendMeeting } from './extend-meeting.js';
import { MoveOccurrence } from './move-occurrence.js';
import { OwnDatesReader } from './own-dates.reader.js';
import * as requests from './reservations.requests.js';
import { clashView, occurrenceListView, occurrenceView } from './reservations.views.js';
import { RestoreDates } from './restore-dates.js';

/** Single dates, on their own or of a series. */
@Controller('api')
@AllowedTo('representative')
@UseInterceptors(VersionAsETag)
export class OccurrencesController {
  constructor(
    private readonly ownDates: OwnDatesReader,
    private readonly moveOccurrence: MoveOccurrence,
    private readonly cancelOccurrence: CancelOccurrence,
    private readonly restoreDates: RestoreDates,
    private readonly extendMeeting: ExtendMeeting,
  ) {}

  @Get('groups/:id/occurrences')
  @ApiOkResponse({ standardSchema: occurrenceListView })
  list(
    @CurrentActor() actor: Representative,
    @IdParam() groupId: string,
    @Query({ schema: requests.occurrencesQuery }) query: requests.OccurrencesQuery,
  ) {
    return this.ownDates.list(actor, groupId, query);
  }

  @Get('occurrences/:id')
  @ApiOkResponse({ standardSchema: occurrenceView })
  show(@CurrentActor() actor: Representative, @IdParam() occurrenceId: string) {
    return this.ownDates.showOccurrence(actor, occurrenceId);
  }

  @Patch('occurrences/:id')
  @ApiOkResponse({ standardSchema: occurrenceView })
  @ApiConflictResponse({ standardSchema: clashView })
  async move(
    @CurrentActor() actor: Representative,
    @IdParam() occurrenceId: string,
    @Body({ schema: requests.moveRequest }) change: requests.MoveRequest,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    await this.moveOccurrence.run(actor, occurrenceId, { change, expectedVersion });
    return this.ownDates.showOccurrence(actor, occurrenceId);
  }

  @Delete('occurrences/:id')
  @ApiOkResponse({ standardSchema: occurrenceView })
  async cancel(
    @CurrentActor() actor: Representative,
    @IdParam() occurrenceId: string,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    await this.cancelOccurrence.run(actor, occurrenceId, expectedVersion);
    return this.ownDates.showOccurrence(actor, occurrenceId);
  }

  @Post('occurrences/:id/restore')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: occurrenceView })
  @ApiConflictResponse({ standardSchema: clashView })
  async restore(@CurrentActor() actor: Representative, @IdParam() occurrenceId: string) {
    await this.restoreDates.run(actor, occurrenceId);
    return this.ownDates.showOccurrence(actor, occurrenceId);
  }

  @Post('occurrences/:id/extend')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: occurrenceView })
  @ApiConflictResponse({ standardSchema: clashView })
  async extend(@CurrentActor() actor: Representative, @IdParam() occurrenceId: string) {
    await this.extendMeeting.run(actor, occurrenceId);
    return this.ownDates.showOccurrence(actor, occurrenceId);
  }
}
