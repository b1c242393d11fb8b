import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactPointsModule } from '../contact-points/contact-points.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { ReservationsModule } from '../reservations/reservations.module.js';
import { DateLettersReader } from './date-letters.reader.js';
import { DateTime } from './date-time.entity.js';
import { AskForFreshLink } from './ask-for-fresh-link.js';
import { DeviceCheckController } from './device-check.controller.js';
import { DoorTickets } from './door-tickets.js';
import { EnterMeeting } from './enter-meeting.js';
import { ForgetGroupCounts } from './forget-group-counts.reaction.js';
import { ForgetMeController } from './forget-me.controller.js';
import { ForgetMe } from './forget-me.js';
import { ForgetLists } from './forget-lists.schedule.js';
import { GuestsReader } from './guests.reader.js';
import { InvitationCount } from './invitation-count.entity.js';
import { InvitationLimitsStore } from './invitation-limits.store.js';
import { InvitationPreviewsReader } from './invitation-previews.reader.js';
import { InvitationsReader } from './invitations.reader.js';
import { InvitationsStore } from './invitations.store.js';
import { InvitePeople } from './invite-people.js';
import { GiveGroupLinks } from './give-group-links.reaction.js';
import { GroupDoorController } from './group-door.controller.js';
import { GroupDoorReader } from './group-door.reader.js';
import { GroupLinkController } from './group-link.controller.js';
import { GroupLink } from './group-link.entity.js';
import { GroupLinksReader } from './group-links.reader.js';
import { GroupLinksStore } from './group-links.store.js';
import { Invitee } from './invitee.entity.js';
import { InviteesController, SeriesInviteesController } from './invitees.controller.js';
import { KeepList } from './keep-list.js';
import { KeptInvitee } from './kept-invitee.entity.js';
import { KeptListController } from './kept-list.controller.js';
import { KeptList } from './kept-list.entity.js';
import { KeptListsReader } from './kept-lists.reader.js';
import { KeptListsStore } from './kept-lists.store.js';
import { LetOpen } from './let-open.js';
import { LettersReader } from './letters.reader.js';
import { OccasionsReader } from './occasions.reader.js';
import { PageHostsReader } from './page-hosts.reader.js';
import { ParticipantCalendarsReader } from './participant-calendars.reader.js';
import { LostLinkController } from './lost-link.controller.js';
import { LostLinksReader } from './lost-links.reader.js';
import { ParticipantController } from './participant.controller.js';
import { ParticipantsStore } from './participants.store.js';
import { PracticeController } from './practice.controller.js';
import { PractiseEntering } from './practise-entering.js';
import { ReEntryController } from './re-entry.controller.js';
import { RenewGroupLink } from './renew-group-link.js';
import { ResendInvitation } from './resend-invitation.js';
import { SeriesChange } from './series-change.entity.js';
import { SeriesLettersReader } from './series-letters.reader.js';
import { RemindersReader } from './reminders.reader.js';
import { ReplyToInvitation } from './reply-to-invitation.js';
import { SendFreshLinks } from './send-fresh-links.reaction.js';
import { SheetController } from './sheet.controller.js';
import { SheetReader } from './sheet.reader.js';
import { TellInvitees } from './tell-invitees.js';
import { TellOfChanges } from './tell-of-changes.reaction.js';
import { TellOfNumbers } from './tell-of-numbers.schedule.js';
import { TellReminded } from './tell-reminded.js';
import { ToldStore } from './told.store.js';
import { WayIn } from './way-in.js';
import { WithdrawInvitation } from './withdraw-invitation.js';
import { WriteInvitations } from './write-invitations.reaction.js';

@Module({
  imports: [
    ContactPointsModule,
    GroupsModule,
    MeetingsModule,
    ReservationsModule,
    TypeOrmModule.forFeature([
      Invitee,
      DateTime,
      SeriesChange,
      InvitationCount,
      KeptList,
      KeptInvitee,
      GroupLink,
    ]),
  ],
  controllers: [
    InviteesController,
    SeriesInviteesController,
    KeptListController,
    ParticipantController,
    ForgetMeController,
    LostLinkController,
    GroupLinkController,
    GroupDoorController,
    ReEntryController,
    PracticeController,
    DeviceCheckController,
    SheetController,
  ],
  providers: [
    InvitationsReader,
    GuestsReader,
    PageHostsReader,
    InvitationsStore,
    InvitationLimitsStore,
    ToldStore,
    KeptListsStore,
    OccasionsReader,
    InvitePeople,
    ResendInvitation,
    WithdrawInvitation,
    LetOpen,
    KeptListsReader,
    KeepList,
    ForgetLists,
    ForgetGroupCounts,
    LettersReader,
    DateLettersReader,
    SeriesLettersReader,
    InvitationPreviewsReader,
    ParticipantCalendarsReader,
    TellInvitees,
    TellOfChanges,
    TellOfNumbers,
    TellReminded,
    EnterMeeting,
    PractiseEntering,
    DoorTickets,
    WayIn,
    ParticipantsStore,
    ReplyToInvitation,
    ForgetMe,
    LostLinksReader,
    AskForFreshLink,
    SendFreshLinks,
    WriteInvitations,
    GroupLinksReader,
    GroupLinksStore,
    GroupDoorReader,
    RenewGroupLink,
    GiveGroupLinks,
    SheetReader,
    RemindersReader,
  ],
  exports: [RemindersReader],
})
export class InvitationsModule {}
