import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Room } from './room.entity.js';
import { RoomsReader } from './rooms.reader.js';

@Module({ imports: [TypeOrmModule.forFeature([Room])], providers: [RoomsReader], exports: [RoomsReader] })
export class RoomsModule {}
