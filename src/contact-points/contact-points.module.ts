import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Agreement } from './agreement.entity.js';
import { ChangeSettings } from './change-settings.js';
import { ContactPoint } from './contact-point.entity.js';
import { ContactPointsController } from './contact-points.controller.js';
import { ContactPointsReader } from './contact-points.reader.js';
import { ContactPointsStore } from './contact-points.store.js';
import { HolidaysReader } from './holidays.reader.js';
import { ReadableFromListedOrigins } from './listed-origins.reader.js';
import { SettingsController } from './settings.controller.js';
import { StaffMember } from './staff-member.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([ContactPoint, StaffMember, Agreement])],
  controllers: [ContactPointsController, SettingsController],
  providers: [
    ContactPointsReader,
    HolidaysReader,
    ReadableFromListedOrigins,
    ContactPointsStore,
    ChangeSettings,
  ],
  exports: [ContactPointsReader, HolidaysReader, ReadableFromListedOrigins],
})
export class ContactPointsModule {}
