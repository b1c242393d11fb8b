import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Res, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiParam,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotFound } from '../kernel/domain-error.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import type { ServerRow } from '../rooms/meeting-servers.reader.js';
import { CallingServer, CallingServerGuard } from './calling-server.guard.js';
import { ConferencesReader } from './conferences.reader.js';
import { conferenceRequest, type ConferenceRequest } from './meetings.requests.js';
import { conferenceView, refusedConferenceView } from './meetings.views.js';

const BODY_LIMIT_BYTES = 4096;

/** What Jitsi's mod_reservations asks before it opens a room, and tells when one is empty. */
@Controller('jitsi/:server/conference')
@AllowedTo('visitor')
@UseGuards(CallingServerGuard)
@ApiBearerAuth()
@ApiParam({ name: 'server' })
export class ConferencesController {
  constructor(private readonly conferences: ConferencesReader) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @RouteConfig({ bodyLimit: BODY_LIMIT_BYTES })
  @ApiOkResponse({ standardSchema: conferenceView })
  @ApiForbiddenResponse({ standardSchema: refusedConferenceView })
  async open(
    @CallingServer() server: ServerRow,
    @Body({ schema: conferenceRequest }) request: ConferenceRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { opened, refused } = await this.conferences.ask(server, request);
    if (refused) void reply.status(403);
    return opened ?? refused;
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: conferenceView })
  @ApiNotFoundResponse()
  async show(@CallingServer() server: ServerRow, @Param('id') id: string) {
    const conference = await this.conferences.find(server, id);
    if (!conference) throw new NotFound();
    return conference;
  }

  /** Jitsi's room is empty. The booking stays as it is. */
  @Delete(':id')
  @HttpCode(200)
  @ApiOkResponse()
  noteEmpty() {
    return {};
  }
}
