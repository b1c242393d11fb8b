import { Body, Controller, Get, HttpCode, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { Actor, Staff } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { VersionAsETag } from '../platform/http/if-match.js';
import { ChangeAccess } from './change-access.js';
import { GrantGroup } from './grant-group.js';
import type { GroupState } from './group.entity.js';
import { GroupsReader } from './groups.reader.js';
import { grantRequest, groupListQuery, type GrantRequest, type GroupListQuery } from './groups.requests.js';
import { groupListView, groupView, toGroupListView, toGroupView } from './groups.views.js';
import { KeepGroup } from './keep-group.js';

@Controller('api/groups')
@UseInterceptors(VersionAsETag)
export class GroupsController {
  constructor(
    private readonly groups: GroupsReader,
    private readonly grantGroup: GrantGroup,
    private readonly changeAccess: ChangeAccess,
    private readonly keepGroup: KeepGroup,
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
  @Post(':id/pause')
  @HttpCode(200)
  @AllowedTo('staff')
  @ApiOkResponse({ standardSchema: groupView })
  pause(@CurrentActor() actor: Staff, @IdParam() groupId: string) {
    return this.change(actor, groupId, 'paused');
  }

  @Post(':id/resume')
  @HttpCode(200)
  @AllowedTo('staff')
  @ApiOkResponse({ standardSchema: groupView })
  resume(@CurrentActor() actor: Staff, @IdParam() groupId: string) {
    return this.change(actor, groupId, 'active');
  }

  @Post(':id/end')
  @HttpCode(200)
  @AllowedTo('staff')
  @ApiOkResponse({ standardSchema: groupView })
  end(@CurrentActor() actor: Staff, @IdParam() groupId: string) {
    return this.change(actor, groupId, 'ended');
  }

  @Post(':id/keep')
  @HttpCode(200)
  @AllowedTo('staff')
  @ApiOkResponse({ standardSchema: groupView })
  async keep(@CurrentActor() actor: Staff, @IdParam() groupId: string) {
    await this.keepGroup.run(actor, groupId);
    return toGroupView(await this.groups.requireVisible(actor, groupId));
  }

  private async change(actor: Staff, groupId: string, wanted: GroupState) {
    await this.changeAccess.run(actor, groupId, wanted);
    return toGroupView(await this.groups.requireVisible(actor, groupId));
  }
}
