import { Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { VersionAsETag } from '../platform/http/if-match.js';
import { occurrenceView, OwnDatesReader } from '../reservations/own-dates.reader.js';
import { ChangeRoom } from './change-room.js';

/** Another Jitsi room for a date. */
@Controller('api/occurrences/:id/change-room')
@AllowedTo('representative')
@UseInterceptors(VersionAsETag)
export class ChangeRoomController {
  constructor(
    private readonly changeRoom: ChangeRoom,
    private readonly ownDates: OwnDatesReader,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: occurrenceView })
  async change(@CurrentActor() actor: Representative, @IdParam() occurrenceId: string) {
    await this.changeRoom.run(actor, occurrenceId);
    return this.ownDates.showOccurrence(actor, occurrenceId);
  }
}
