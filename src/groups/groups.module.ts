import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddRepresentative } from './add-representative.js';
import { ChangeAccess } from './change-access.js';
import { ChangeInvitationSettings } from './change-invitation-settings.js';
import { DeleteUnusedGroup } from './delete-unused-group.reaction.js';
import { ForgetPeople } from './forget-people.schedule.js';
import { FormerRepresentativesReader } from './former-representatives.reader.js';
import { GrantGroup } from './grant-group.js';
import { Group } from './group.entity.js';
import { GroupsController } from './groups.controller.js';
import { GroupsReader } from './groups.reader.js';
import { GroupsStore } from './groups.store.js';
import { InvitationSettingsController } from './invitation-settings.controller.js';
import { KeepGroup } from './keep-group.js';
import { NameInGroup } from './name-in-group.entity.js';
import { NoteUse } from './note-use.reaction.js';
import { Person } from './person.entity.js';
import { RemoveRepresentative } from './remove-representative.js';
import { Representative } from './representative.entity.js';
import { RepresentativesController } from './representatives.controller.js';
import { RepresentativesStore } from './representatives.store.js';
import { UnusedGroupsReader } from './unused-groups.reader.js';
import { UnusedGroupsStore } from './unused-groups.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Group, NameInGroup, Person, Representative])],
  controllers: [GroupsController, InvitationSettingsController, RepresentativesController],
  providers: [
    GroupsReader,
    FormerRepresentativesReader,
    GroupsStore,
    RepresentativesStore,
    GrantGroup,
    ChangeAccess,
    ChangeInvitationSettings,
    AddRepresentative,
    RemoveRepresentative,
    ForgetPeople,
    UnusedGroupsReader,
    UnusedGroupsStore,
    NoteUse,
    KeepGroup,
    DeleteUnusedGroup,
  ],
  exports: [GroupsReader, FormerRepresentativesReader, UnusedGroupsReader],
})
export class GroupsModule {}
