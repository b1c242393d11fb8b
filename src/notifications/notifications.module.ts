import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ContactPointsModule } from '../contact-points/contact-points.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { ReservationsModule } from '../reservations/reservations.module.js';
import { RoomsModule } from '../rooms/rooms.module.js';
import { ServersReader } from './servers.reader.js';
import { WarnOfFullServer } from './warn-of-full-server.reaction.js';
import { WriteClosureMails } from './write-closure-mails.reaction.js';
import { WriteCodeMail } from './write-code-mail.reaction.js';
import { WriteGrantMails } from './write-grant-mails.reaction.js';

@Module({
  imports: [ContactPointsModule, GroupsModule, AccessModule, RoomsModule, ReservationsModule],
  providers: [ServersReader, WriteGrantMails, WriteCodeMail, WarnOfFullServer, WriteClosureMails],
})
export class NotificationsModule {}
