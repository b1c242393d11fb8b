import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Operator, Staff } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { RoomsReader } from './rooms.reader.js';
import { roomListQuery, type RoomListQuery } from './rooms.requests.js';
import { roomListView, toRoomListView } from './rooms.views.js';

/** The rooms as the desk sees them: those of the house and, for a team, those of its contact point. */
@Controller('api/rooms')
export class RoomsController {
  constructor(private readonly rooms: RoomsReader) {}

  @Get()
  @AllowedTo('staff', 'operator')
  @ApiOkResponse({ standardSchema: roomListView })
  async list(
    @CurrentActor() actor: Staff | Operator,
    @Query({ schema: roomListQuery }) { limit, cursor }: RoomListQuery,
  ) {
    const contactPointId = actor.kind === 'staff' ? actor.contactPointId : null;
    const rooms = await this.rooms.listOf(contactPointId, { limit: limit + 1, after: cursor });
    return toRoomListView(rooms, contactPointId, limit);
  }
}
