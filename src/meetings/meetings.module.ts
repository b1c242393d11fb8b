import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../platform/config/config.js';
import { ReservationsModule } from '../reservations/reservations.module.js';
import { DoorKeys } from './door-keys.js';
import { DoorKeysController } from './door-keys.controller.js';
import { Meeting } from './meeting.entity.js';
import { MeetingsReader } from './meetings.reader.js';
import { MeetingsStore } from './meetings.store.js';
import { NameMeetings } from './name-meetings.reaction.js';

@Module({
  imports: [ReservationsModule, TypeOrmModule.forFeature([Meeting])],
  controllers: [DoorKeysController],
  providers: [
    { provide: DoorKeys, inject: [CONFIG], useFactory: (config: Config) => DoorKeys.in(config.dataDir) },
    MeetingsReader,
    MeetingsStore,
    NameMeetings,
  ],
  exports: [MeetingsReader],
})
export class MeetingsModule {}
