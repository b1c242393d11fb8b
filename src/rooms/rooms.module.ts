import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Closure } from './closure.entity.js';
import { ClosuresReader } from './closures.reader.js';
import { MeetingServer } from './meeting-server.entity.js';
import { RegisterServer } from './register-server.js';
import { Room } from './room.entity.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsReader } from './rooms.reader.js';
import { ServersStore } from './servers.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Room, MeetingServer, Closure])],
  controllers: [RoomsController],
  providers: [RoomsReader, ClosuresReader, ServersStore, RegisterServer],
  exports: [RoomsReader, ClosuresReader],
})
export class RoomsModule {}
