import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeAccess } from './change-access.js';
import { ChangeInvitationSettings } from './change-invitation-settings.js';
import { GrantGroup } from './grant-group.js';
import { Group } from './group.entity.js';
import { GroupsController } from './groups.controller.js';
import { GroupsReader } from './groups.reader.js';
import { GroupsStore } from './groups.store.js';
import { InvitationSettingsController } from './invitation-settings.controller.js';
import { Person } from './person.entity.js';
import { Representative } from './representative.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Group, Person, Representative])],
  controllers: [GroupsController, InvitationSettingsController],
  providers: [GroupsReader, GroupsStore, GrantGroup, ChangeAccess, ChangeInvitationSettings],
  exports: [GroupsReader],
})
export class GroupsModule {}
