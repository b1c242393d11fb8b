import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { ContactPointsModule } from './contact-points/contact-points.module.js';
import { DeskModule } from './desk/desk.module.js';
import { EmbedModule } from './embed/embed.module.js';
import { GroupsModule } from './groups/groups.module.js';
import { HealthModule } from './health/health.module.js';
import { InvitationsModule } from './invitations/invitations.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { PlatformModule, type Foundations } from './platform/platform.module.js';
import { ReservationsModule } from './reservations/reservations.module.js';
import { RoomsModule } from './rooms/rooms.module.js';

/** The house: all rooms in the order of the row, then the edges. */
@Module({})
export class AppModule {
  static on(foundations: Foundations, extras: DynamicModule[] = []): DynamicModule {
    const rooms = [
      ContactPointsModule,
      GroupsModule,
      AccessModule,
      RoomsModule,
      ReservationsModule,
      MeetingsModule,
      InvitationsModule,
      NotificationsModule,
    ];
    const edges = [EmbedModule, DeskModule, HealthModule];
    return { module: AppModule, imports: [PlatformModule.on(foundations), ...rooms, ...edges, ...extras] };
  }
}
