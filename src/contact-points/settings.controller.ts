import { Body, Controller, Get, Param, Patch, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Staff } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { ExpectedVersion, VersionAsETag } from '../platform/http/if-match.js';
import { ChangeSettings } from './change-settings.js';
import { ContactPointsReader } from './contact-points.reader.js';
import { settingsChange, type SettingsChange } from './settings.requests.js';
import { settingsView, toSettingsView } from './settings.views.js';

/** Facts and rules of a contact point, for its own team. */
@Controller('api/contact-points/:slug/settings')
@AllowedTo('staff')
@UseInterceptors(VersionAsETag)
export class SettingsController {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly changeSettings: ChangeSettings,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: settingsView })
  async show(@CurrentActor() actor: Staff, @Param('slug') slug: string) {
    return toSettingsView(await this.contactPoints.requireOwn(actor, slug));
  }

  @Patch()
  @ApiOkResponse({ standardSchema: settingsView })
  async change(
    @CurrentActor() actor: Staff,
    @Param('slug') slug: string,
    @Body({ schema: settingsChange }) change: SettingsChange,
    @ExpectedVersion() expectedVersion: number | undefined,
  ) {
    await this.changeSettings.run(actor, slug, { change, expectedVersion });
    return toSettingsView(await this.contactPoints.requireOwn(actor, slug));
  }
}
