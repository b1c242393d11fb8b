import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GroupsModule } from '../groups/groups.module.js';
import { Clock } from '../kernel/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { ReservationsModule } from '../reservations/reservations.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { CallingServerGuard } from './calling-server.guard.js';
import { ChangeRoom } from './change-room.js';
import { ChangeRoomController } from './change-room.controller.js';
import { ConferencesController } from './conferences.controller.js';
import { ConferencesReader } from './conferences.reader.js';
import { DoorKeys } from './door-keys.js';
import { DoorKeysController } from './door-keys.controller.js';
import { DueMeetingsReader } from './due-meetings.reader.js';
import { GuardBeat } from './guard-beat.entity.js';
import { LookUpPin } from './look-up-pin.js';
import { Meeting } from './meeting.entity.js';
import { MeetingsReader } from './meetings.reader.js';
import { MeetingsStore } from './meetings.store.js';
import { NameMeetings } from './name-meetings.reaction.js';
import { NoteHeads } from './note-heads.js';
import { NoteModerator } from './note-moderator.reaction.js';
import { ParticipantIds } from './participant-ids.js';
import { PhoneController } from './phone.controller.js';
import { PhoneReader } from './phone.reader.js';
import { PracticeNames } from './practice-names.js';
import { OpenPracticeRooms } from './practice-rooms.reaction.js';
import { PracticeRoomsReader } from './practice-rooms.reader.js';
import { ServerHealth } from './server-health.js';
import { SlotsController } from './slots.controller.js';
import { SlotsReader } from './slots.reader.js';
import { TendMeetings } from './tend-meetings.schedule.js';
import { TrialSlot } from './trial-slot.entity.js';
import { TrialSlotsReader } from './trial-slots.reader.js';
import { TrialSlotsStore } from './trial-slots.store.js';
import { TurnAway } from './turn-away.reaction.js';
import { TurnedAway } from './turned-away.entity.js';

@Module({
  imports: [
    GroupsModule,
    RoomsModule,
    ReservationsModule,
    TypeOrmModule.forFeature([Meeting, TurnedAway, TrialSlot, GuardBeat]),
  ],
  controllers: [
    DoorKeysController,
    SlotsController,
    ConferencesController,
    PhoneController,
    ChangeRoomController,
  ],
  providers: [
    {
      provide: DoorKeys,
      inject: [CONFIG, Clock],
      useFactory: (config: Config, clock: Clock) => DoorKeys.in(config.dataDir, clock),
    },
    MeetingsReader,
    SlotsReader,
    TrialSlotsReader,
    TrialSlotsStore,
    DueMeetingsReader,
    ConferencesReader,
    PhoneReader,
    PracticeNames,
    PracticeRoomsReader,
    OpenPracticeRooms,
    ServerHealth,
    ParticipantIds,
    CallingServerGuard,
    MeetingsStore,
    NameMeetings,
    NoteHeads,
    NoteModerator,
    LookUpPin,
    ChangeRoom,
    TurnAway,
    TendMeetings,
  ],
  exports: [MeetingsReader, PracticeRoomsReader],
})
export class MeetingsModule {}
