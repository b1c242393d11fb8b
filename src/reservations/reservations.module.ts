import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactPointsModule } from '../contact-points/contact-points.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { AheadReader } from './ahead.reader.js';
import { AvailabilityController } from './availability.controller.js';
import { BookingLocksStore } from './booking-locks.store.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CancelOccurrence } from './cancel-occurrence.js';
import { DoorsReader } from './doors.reader.js';
import { ExtendMeeting } from './extend-meeting.js';
import { HoldRooms } from './hold-rooms.js';
import { MoveOccurrence } from './move-occurrence.js';
import { MoveSeries } from './move-series.js';
import { OccupancyReader } from './occupancy.reader.js';
import { Occurrence } from './occurrence.entity.js';
import { OccurrencesController } from './occurrences.controller.js';
import { OwnDatesReader } from './own-dates.reader.js';
import { PreviewsReader } from './previews.reader.js';
import { Reservation } from './reservation.entity.js';
import { ReservationsController } from './reservations.controller.js';
import { ReservationsReader } from './reservations.reader.js';
import { ReservationsStore } from './reservations.store.js';
import { ReserveRoom } from './reserve-room.js';
import { RestoreDates } from './restore-dates.js';
import { StandingReader } from './standing.reader.js';
import { TakeUpDate } from './take-up-date.js';
import { VerdictsReader } from './verdicts.reader.js';
import { WishesReader } from './wishes.reader.js';

@Module({
  imports: [
    ContactPointsModule,
    GroupsModule,
    RoomsModule,
    TypeOrmModule.forFeature([Reservation, Occurrence, CalendarFeed]),
  ],
  controllers: [ReservationsController, OccurrencesController, AvailabilityController],
  providers: [
    ReservationsReader,
    AheadReader,
    OccupancyReader,
    VerdictsReader,
    WishesReader,
    StandingReader,
    PreviewsReader,
    DoorsReader,
    OwnDatesReader,
    ReservationsStore,
    BookingLocksStore,
    HoldRooms,
    ReserveRoom,
    MoveOccurrence,
    MoveSeries,
    CancelOccurrence,
    RestoreDates,
    TakeUpDate,
    ExtendMeeting,
  ],
  exports: [ReservationsReader, DoorsReader],
})
export class ReservationsModule {}
