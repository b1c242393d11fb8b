import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeAccess } from './change-access.js';
import { GrantGroup } from './grant-group.js';
import { Group } from './group.entity.js';
import { GroupsController } from './groups.controller.js';
import { GroupsReader } from './groups.reader.js';
import { GroupsStore } from './groups.store.js';
import { Person } from './person.entity.js';
import { Representative } from './representative.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Group, Person, Representative])],
  controllers: [GroupsController],
  providers: [GroupsReader, GroupsStore, GrantGroup, ChangeAccess],
  exports: [GroupsReader],
})
export class GroupsModule {}
