import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ContactPointsModule } from '../contact-points/contact-points.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { ReservationsModule } from '../reservations/reservations.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { AddresseesReader } from './addressees.reader.js';
import { ComingDatesReader } from './coming-dates.reader.js';
import { EndingSeriesReader } from './ending-series.reader.js';
import { ForgetGroupMails } from './forget-group-mails.reaction.js';
import { NoticesStore } from './notices.store.js';
import { OpenAgreementsReader } from './open-agreements.reader.js';
import { RepresentativeLettersReader } from './representative-letters.reader.js';
import { RemindInvitees } from './remind-invitees.schedule.js';
import { TellOfComingDates } from './tell-of-coming-dates.schedule.js';
import { TellOfEndingSeries } from './tell-of-ending-series.schedule.js';
import { TellOfNewRules } from './tell-of-new-rules.schedule.js';
import { TellOfUnreached } from './tell-of-unreached.schedule.js';
import { TellOfUnusedGroups } from './tell-of-unused-groups.schedule.js';
import { UnreachedNotice } from './unreached-notice.entity.js';
import { UnreachedReader } from './unreached.reader.js';
import { WarnOfFullServers } from './warn-of-full-servers.schedule.js';
import { WriteClosureMails } from './write-closure-mails.reaction.js';
import { WriteCodeMail } from './write-code-mail.reaction.js';
import { WriteGrantMails } from './write-grant-mails.reaction.js';

@Module({
  imports: [
    ContactPointsModule,
    GroupsModule,
    AccessModule,
    RoomsModule,
    ReservationsModule,
    InvitationsModule,
    TypeOrmModule.forFeature([UnreachedNotice]),
  ],
  providers: [
    AddresseesReader,
    UnreachedReader,
    EndingSeriesReader,
    ComingDatesReader,
    OpenAgreementsReader,
    NoticesStore,
    RepresentativeLettersReader,
    WriteGrantMails,
    WriteCodeMail,
    WarnOfFullServers,
    WriteClosureMails,
    RemindInvitees,
    TellOfUnreached,
    TellOfEndingSeries,
    TellOfComingDates,
    TellOfNewRules,
    TellOfUnusedGroups,
    ForgetGroupMails,
  ],
})
export class NotificationsModule {}
