import { Controller, Get, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { VersionAsETag } from '../platform/http/if-match.js';
import { groupLinkView, type GroupLinkView } from './group-link.views.js';
import { GroupLinksReader } from './group-links.reader.js';
import { RenewGroupLink } from './renew-group-link.js';

/** The one permanent link of a group, to be passed on by word of mouth or on paper. */
@Controller('api/groups/:id/link')
@AllowedTo('representative')
@UseInterceptors(VersionAsETag)
export class GroupLinkController {
  constructor(
    private readonly links: GroupLinksReader,
    private readonly renewGroupLink: RenewGroupLink,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: groupLinkView })
  show(@CurrentActor() actor: Representative, @IdParam() groupId: string): Promise<GroupLinkView> {
    return this.links.show(actor, groupId);
  }

  @Post('renew')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: groupLinkView })
  async renew(@CurrentActor() actor: Representative, @IdParam() groupId: string): Promise<GroupLinkView> {
    await this.renewGroupLink.run(actor, groupId);
    return this.links.show(actor, groupId);
  }
}
