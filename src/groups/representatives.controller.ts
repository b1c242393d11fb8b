import { Body, Controller, Delete, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse } from '@nestjs/swagger';
import type { Representative, Staff } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { VersionAsETag } from '../platform/http/if-match.js';
import { AddRepresentative } from './add-representative.js';
import { GroupsReader } from './groups.reader.js';
import { newRepresentative, type NewRepresentative } from './groups.requests.js';
import { groupView, toGroupView } from './groups.views.js';
import { RemoveRepresentative } from './remove-representative.js';

/** Who represents a group: somebody comes, somebody leaves. Representatives need a fresh code for both. */
@Controller('api/groups/:id/representatives')
@AllowedTo('staff', 'representative')
@UseInterceptors(VersionAsETag)
export class RepresentativesController {
  constructor(
    private readonly groups: GroupsReader,
    private readonly addRepresentative: AddRepresentative,
    private readonly removeRepresentative: RemoveRepresentative,
  ) {}

  @Post()
  @ApiCreatedResponse({ standardSchema: groupView })
  async add(
    @CurrentActor() actor: Staff | Representative,
    @IdParam() groupId: string,
    @Body({ schema: newRepresentative }) who: NewRepresentative,
  ) {
    await this.addRepresentative.run(actor, groupId, who);
    return toGroupView(await this.groups.requireVisible(actor, groupId));
  }

  @Delete(':representativeId')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @CurrentActor() actor: Staff | Representative,
    @IdParam() groupId: string,
    @IdParam('representativeId') representativeId: string,
  ) {
    await this.removeRepresentative.run(actor, groupId, representativeId);
  }
}
