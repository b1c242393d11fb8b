import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GroupsModule } from '../groups/groups.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { ReservationsModule } from '../reservations/reservations.module.js';
import { EnterMeeting } from './enter-meeting.js';
import { GuestsReader } from './guests.reader.js';
import { InvitationsReader } from './invitations.reader.js';
import { InvitationsStore } from './invitations.store.js';
import { InvitePeople } from './invite-people.js';
import { Invitee } from './invitee.entity.js';
import { InviteesController } from './invitees.controller.js';
import { ParticipantController } from './participant.controller.js';
import { WriteInvitations } from './write-invitations.reaction.js';

@Module({
  imports: [GroupsModule, MeetingsModule, ReservationsModule, TypeOrmModule.forFeature([Invitee])],
  controllers: [InviteesController, ParticipantController],
  providers: [
    InvitationsReader,
    GuestsReader,
    InvitationsStore,
    InvitePeople,
    EnterMeeting,
    WriteInvitations,
  ],
})
export class InvitationsModule {}
