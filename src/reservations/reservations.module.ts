import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactPointsModule } from '../contact-points/contact-points.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { AlternativesReader } from './alternatives.reader.js';
import { AvailabilityController } from './availability.controller.js';
import { CancelOccurrence } from './cancel-occurrence.js';
import { DoorsReader } from './doors.reader.js';
import { Occurrence } from './occurrence.entity.js';
import { OwnDatesReader } from './own-dates.reader.js';
import { Reservation } from './reservation.entity.js';
import { ReservationsController } from './reservations.controller.js';
import { ReservationsReader } from './reservations.reader.js';
import { ReservationsStore } from './reservations.store.js';
import { ReserveRoom } from './reserve-room.js';

@Module({
  imports: [
    ContactPointsModule,
    GroupsModule,
    RoomsModule,
    TypeOrmModule.forFeature([Reservation, Occurrence]),
  ],
  controllers: [ReservationsController, AvailabilityController],
  providers: [
    ReservationsReader,
    AlternativesReader,
    DoorsReader,
    OwnDatesReader,
    ReservationsStore,
    ReserveRoom,
    CancelOccurrence,
  ],
  exports: [ReservationsReader, DoorsReader],
})
export class ReservationsModule {}
