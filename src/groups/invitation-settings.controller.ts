import { Body, Controller, Get, Patch, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { ExpectedVersion, VersionAsETag } from '../platform/http/if-match.js';
import { ChangeInvitationSettings } from './change-invitation-settings.js';
import { GroupsReader } from './groups.reader.js';
import { invitationSettingsChange, type InvitationSettingsChange } from './groups.requests.js';
import { invitationSettingsView, toInvitationSettingsView } from './groups.views.js';

/**
 * What those who are invited get of a group: its reminders, its name or not, and a waiting room or not. The group's own
 * business alone.
 */
@Controller('api/groups/:id/invitation-settings')
@AllowedTo('representative')
@UseInterceptors(VersionAsETag)
export class InvitationSettingsController {
  constructor(
    private readonly groups: GroupsReader,
    private readonly changeSettings: ChangeInvitationSettings,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: invitationSettingsView })
  async show(@CurrentActor() actor: Representative, @IdParam() groupId: string) {
    return toInvitationSettingsView(await this.groups.requireVisible(actor, groupId));
  }

  @Patch()
  @ApiOkResponse({ standardSchema: invitationSettingsView })
  async change(
    @CurrentActor() actor: Representative,
    @IdParam() groupId: string,
    @Body({ schema: invitationSettingsChange }) { version, ...change }: InvitationSettingsChange,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    await this.changeSettings.run(actor, groupId, { change, expectedVersion: expectedVersion ?? version });
    return toInvitationSettingsView(await this.groups.requireVisible(actor, groupId));
  }
}
