import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddServer } from './add-server.js';
import { ChangeServer } from './change-server.js';
import { Closure } from './closure.entity.js';
import { ClosuresReader } from './closures.reader.js';
import { MeetingServer } from './meeting-server.entity.js';
import { MeetingServersReader } from './meeting-servers.reader.js';
import { RegisterServer } from './register-server.js';
import { RenewServerSecret } from './renew-server-secret.js';
import { Room } from './room.entity.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsReader } from './rooms.reader.js';
import { ServersController } from './servers.controller.js';
import { ServersStore } from './servers.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Room, MeetingServer, Closure])],
  controllers: [RoomsController, ServersController],
  providers: [
    RoomsReader,
    ClosuresReader,
    MeetingServersReader,
    ServersStore,
    RegisterServer,
    AddServer,
    ChangeServer,
    RenewServerSecret,
  ],
  exports: [RoomsReader, ClosuresReader, MeetingServersReader],
})
export class RoomsModule {}
