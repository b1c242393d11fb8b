import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactPointsModule } from '../contact-points/contact-points.module.js';
import { GroupsModule } from '../groups/groups.module.js';
import { AcceptAgreement } from './accept-agreement.js';
import { AccessGuard } from './access.guard.js';
import { AccessReader } from './access.reader.js';
import { AccessStore } from './access.store.js';
import { AgreementAcceptance } from './agreement-acceptance.entity.js';
import { EndSessions } from './end-sessions.js';
import { FinishSignIn } from './finish-sign-in.js';
import { NoteVisit } from './note-visit.js';
import { Session } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SignInStaff } from './sign-in-staff.js';
import { SignIn } from './sign-in.entity.js';
import { SignInsController } from './sign-ins.controller.js';
import { SignOutFormer } from './sign-out-former.reaction.js';
import { StartSignIn } from './start-sign-in.js';
import { WhoAmI } from './who-am-i.reader.js';

@Module({
  imports: [
    ContactPointsModule,
    GroupsModule,
    TypeOrmModule.forFeature([SignIn, Session, AgreementAcceptance]),
  ],
  controllers: [SignInsController, SessionsController],
  providers: [
    AccessReader,
    AccessStore,
    WhoAmI,
    NoteVisit,
    StartSignIn,
    FinishSignIn,
    SignInStaff,
    EndSessions,
    AcceptAgreement,
    SignOutFormer,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccessReader],
})
export class AccessModule {}
