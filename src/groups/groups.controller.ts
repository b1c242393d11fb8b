import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Actor, Staff } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { GrantGroup } from './grant-group.js';
import { GroupsReader } from './groups.reader.js';
import { grantRequest, groupListQuery, type GrantRequest, type GroupListQuery } from './groups.requests.js';
import { groupListView, groupView, toGroupListView, toGroupView } from './groups.views.js';

@Controller('api/groups')
export class GroupsController {
  constructor(
    private readonly groups: GroupsReader,
    private readonly grantGroup: GrantGroup,
  ) {}

  @Post()
  @AllowedTo('staff')
  @ApiCreatedResponse({ standardSchema: groupView })
  async grant(@CurrentActor() actor: Staff, @Body({ schema: grantRequest }) request: GrantRequest) {
    const groupId = await this.grantGroup.run(actor, request);
    return toGroupView(await this.groups.requireVisible(actor, groupId));
  }

  @Get()
  @AllowedTo('staff')
  @ApiOkResponse({ standardSchema: groupListView })
  async list(
    @CurrentActor() actor: Staff,
    @Query({ schema: groupListQuery }) { limit, cursor }: GroupListQuery,
  ) {
    return toGroupListView(await this.groups.listOf(actor.contactPointId, limit + 1, cursor), limit);
  }

  @Get(':id')
  @AllowedTo('staff', 'representative')
  @ApiOkResponse({ standardSchema: groupView })
  async show(@CurrentActor() actor: Actor, @IdParam() groupId: string) {
    return toGroupView(await this.groups.requireVisible(actor, groupId));
  }
}
