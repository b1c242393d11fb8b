import { Body, Controller, Get, Put, UseInterceptors } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { LONG_LIST_BYTES } from '../platform/http/body-limits.js';
import { IdParam } from '../platform/http/id-param.js';
import { ExpectedVersion, VersionAsETag } from '../platform/http/if-match.js';
import { keepListRequest, type KeepListRequest } from './invitations.requests.js';
import { keptListView } from './invitations.views.js';
import { KeepList } from './keep-list.js';
import { KeptListsReader } from './kept-lists.reader.js';

/** The addresses that a group keeps on purpose, for the next time. */
@Controller('api/groups/:id/invitees')
@AllowedTo('representative')
@UseInterceptors(VersionAsETag)
export class KeptListController {
  constructor(
    private readonly lists: KeptListsReader,
    private readonly keepList: KeepList,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: keptListView })
  show(@CurrentActor() actor: Representative, @IdParam() groupId: string) {
    return this.lists.show(actor, groupId);
  }

  @Put()
  @RouteConfig({ bodyLimit: LONG_LIST_BYTES })
  @ApiOkResponse({ standardSchema: keptListView })
  async keep(
    @CurrentActor() actor: Representative,
    @IdParam() groupId: string,
    @Body({ schema: keepListRequest }) list: KeepListRequest,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    await this.keepList.run(actor, groupId, { list, expectedVersion });
    return this.lists.show(actor, groupId);
  }
}
