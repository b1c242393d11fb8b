import { Body, Controller, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiOkResponse, ApiParam } from '@nestjs/swagger';
import { Clock } from '../kernel/clock.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { LONG_LIST_BYTES } from '../platform/http/body-limits.js';
import type { ServerRow } from '../rooms/meeting-servers.reader.js';
import { CallingServer, CallingServerGuard } from './calling-server.guard.js';
import { beatRequest, type BeatRequest } from './meetings.requests.js';
import { slotListView, toSlotListView } from './meetings.views.js';
import { NoteHeads } from './note-heads.js';
import { SlotsReader } from './slots.reader.js';
import { TrialSlotsReader } from './trial-slots.reader.js';

/** The slot guard's heartbeat: it tells which rooms run and learns which may. */
@Controller('jitsi/:server/slots')
@AllowedTo('visitor')
@UseGuards(CallingServerGuard)
@ApiBearerAuth()
@ApiParam({ name: 'server' })
export class SlotsController {
  constructor(
    private readonly slots: SlotsReader,
    private readonly trials: TrialSlotsReader,
    private readonly noteHeads: NoteHeads,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @RouteConfig({ bodyLimit: LONG_LIST_BYTES })
  @ApiOkResponse({ standardSchema: slotListView })
  async beat(@CallingServer() server: ServerRow, @Body({ schema: beatRequest }) { rooms }: BeatRequest) {
    const now = this.clock.now();
    const [dates, trials] = await Promise.all([
      this.slots.guardedOn(server.id, now),
      this.trials.guardedOn(server.id, now),
      this.noteHeads.run(server.id, rooms),
    ]);
    return toSlotListView([...dates, ...trials]);
  }
}
