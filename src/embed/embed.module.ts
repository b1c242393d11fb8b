import { Module } from '@nestjs/common';
import { ContactPointsModule } from '../contact-points/contact-points.module.js';
import { HouseController } from './house.controller.js';

@Module({ imports: [ContactPointsModule], controllers: [HouseController] })
export class EmbedModule {}
