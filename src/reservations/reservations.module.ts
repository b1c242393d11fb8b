import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactPointsModule } from '../contact-points/contact-points.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { ActFromMail } from './act-from-mail.js';
import { ActFromMailController } from './act-from-mail.controller.js';
import { AheadReader } from './ahead.reader.js';
import { AvailabilityController } from './availability.controller.js';
import { BookingLocksStore } from './booking-locks.store.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedsReader } from './calendar-feeds.reader.js';
import { CalendarFeedsStore } from './calendar-feeds.store.js';
import { CalendarController } from './calendar.controller.js';
import { CancelDatesOfEndedGroup } from './cancel-dates-of-ended-group.reaction.js';
import { CancelOccurrence } from './cancel-occurrence.js';
import { ChangeClosure } from './change-closure.js';
import { CloseForAWhile } from './close-for-a-while.js';
import { ClosedDatesReader } from './closed-dates.reader.js';
import { ClosureHitsReader } from './closure-hits.reader.js';
import { ClosureWishesReader } from './closure-wishes.reader.js';
import { ClosuresController } from './closures.controller.js';
import { ClosuresStore } from './closures.store.js';
import { DoorsReader } from './doors.reader.js';
import { EndCalendar } from './end-calendar.js';
import { EndClosure } from './end-closure.js';
import { ExtendMeeting } from './extend-meeting.js';
import { FindClosedDates } from './find-closed-dates.reaction.js';
import { FreeRoomsReader } from './free-rooms.reader.js';
import { FullServersReader } from './full-servers.reader.js';
import { GroupDatesReader } from './group-dates.reader.js';
import { HoldRooms } from './hold-rooms.js';
import { LetUnusedGroupsGo } from './let-unused-groups-go.schedule.js';
import { MailedDatesReader } from './mailed-dates.reader.js';
import { MoveAside } from './move-aside.js';
import { MoveOccurrence } from './move-occurrence.js';
import { MoveSeries } from './move-series.js';
import { OccupancyReader } from './occupancy.reader.js';
import { Occurrence } from './occurrence.entity.js';
import { OccurrencesController } from './occurrences.controller.js';
import { OwnHoldsReader } from './own-holds.reader.js';
import { OwnDatesReader } from './own-dates.reader.js';
import { PreviewsReader } from './previews.reader.js';
import { PutDatesOnServer } from './put-dates-on-server.reaction.js';
import { Reservation } from './reservation.entity.js';
import { RenewCalendar } from './renew-calendar.js';
import { ReservationsController } from './reservations.controller.js';
import { ReservationsReader } from './reservations.reader.js';
import { ReservationsStore } from './reservations.store.js';
import { ReserveRoom } from './reserve-room.js';
import { RestoreDates } from './restore-dates.js';
import { SaveClosure } from './save-closure.js';
import { StandingReader } from './standing.reader.js';
import { TakeUpDate } from './take-up-date.js';
import { TreatClosedDates } from './treat-closed-dates.reaction.js';
import { VerdictsReader } from './verdicts.reader.js';
import { WishesReader } from './wishes.reader.js';

@Module({
  imports: [
    ContactPointsModule,
    GroupsModule,
    RoomsModule,
    TypeOrmModule.forFeature([Reservation, Occurrence, CalendarFeed]),
  ],
  controllers: [
    ReservationsController,
    OccurrencesController,
    AvailabilityController,
    ClosuresController,
    CalendarController,
    ActFromMailController,
  ],
  providers: [
    ReservationsReader,
    AheadReader,
    OccupancyReader,
    OwnHoldsReader,
    FreeRoomsReader,
    VerdictsReader,
    WishesReader,
    StandingReader,
    PreviewsReader,
    DoorsReader,
    OwnDatesReader,
    ReservationsStore,
    BookingLocksStore,
    HoldRooms,
    PutDatesOnServer,
    ReserveRoom,
    MoveOccurrence,
    MoveSeries,
    CancelOccurrence,
    RestoreDates,
    TakeUpDate,
    ExtendMeeting,
    ClosureWishesReader,
    ClosureHitsReader,
    ClosedDatesReader,
    ClosuresStore,
    SaveClosure,
    CloseForAWhile,
    ChangeClosure,
    EndClosure,
    MoveAside,
    FindClosedDates,
    TreatClosedDates,
    CalendarFeedsReader,
    CalendarFeedsStore,
    RenewCalendar,
    EndCalendar,
    MailedDatesReader,
    ActFromMail,
    GroupDatesReader,
    FullServersReader,
    LetUnusedGroupsGo,
    CancelDatesOfEndedGroup,
  ],
  exports: [
    ReservationsReader,
    DoorsReader,
    OwnDatesReader,
    ClosedDatesReader,
    MailedDatesReader,
    GroupDatesReader,
    FullServersReader,
  ],
})
export class ReservationsModule {}
