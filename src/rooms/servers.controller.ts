import { Body, Controller, Get, Param, Patch, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { ExpectedVersion, VersionAsETag } from '../platform/http/if-match.js';
import { ChangeServer } from './change-server.js';
import { MeetingServersReader } from './meeting-servers.reader.js';
import * as requests from './servers.requests.js';
import { doorsView, serverListView, serverView, toServerListView, toServerView } from './servers.views.js';

/** The Jitsi servers, for whoever runs the house. */
@Controller('api/servers')
@AllowedTo('operator')
@UseInterceptors(VersionAsETag)
export class ServersController {
  constructor(
    private readonly servers: MeetingServersReader,
    private readonly changeServer: ChangeServer,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: serverListView })
  async list(@Query({ schema: requests.serverListQuery }) { limit, cursor }: requests.ServerListQuery) {
    return toServerListView(await this.servers.list({ limit: limit + 1, after: cursor }), limit);
  }

  /** All that a contact point has to know of them. */
  @Get('doors')
  @AllowedTo('operator', 'staff')
  @ApiOkResponse({ standardSchema: doorsView })
  async doors(): Promise<z.infer<typeof doorsView>> {
    return { hasForeign: await this.servers.hasForeign() };
  }

  @Patch(':slug')
  @ApiOkResponse({ standardSchema: serverView })
  async change(
    @Param('slug') slug: string,
    @Body({ schema: requests.changeServerRequest }) change: requests.ChangeServerRequest,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    await this.changeServer.run(slug, change, expectedVersion);
    return toServerView(await this.servers.require(slug));
  }
}
