import { Body, Controller, HttpCode, Inject, Ip, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GroupsReader } from '../groups/groups.reader.js';
import { toUtc } from '../kernel/time-range.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import * as requests from './access.requests.js';
import { signedInView, signInView, staffSignInView, toSignedInView } from './access.views.js';
import { cookieNameFor, cookieOptionsFor } from './desk-cookie.js';
import { FinishSignIn } from './finish-sign-in.js';
import { SignInStaff } from './sign-in-staff.js';
import { StartSignIn } from './start-sign-in.js';

@Controller('api')
export class SignInsController {
  constructor(
    private readonly startSignIn: StartSignIn,
    private readonly finishSignIn: FinishSignIn,
    private readonly signInStaff: SignInStaff,
    private readonly groups: GroupsReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('sign-ins')
  @HttpCode(202)
  @AllowedTo('visitor')
  @ApiAcceptedResponse({ standardSchema: signInView })
  async start(
    @Body({ schema: requests.startSignInRequest }) request: requests.StartSignInRequest,
    @Ip() clientAddress: string,
  ) {
    const { signInId, expiresAt } = await this.startSignIn.run(request, clientAddress);
    return { signInId, expiresAt: toUtc(expiresAt) };
  }

  @Post('sign-ins/:id/code')
  @HttpCode(200)
  @AllowedTo('visitor')
  @ApiOkResponse({ standardSchema: signedInView })
  async finish(
    @IdParam() signInId: string,
    @Body({ schema: requests.finishSignInRequest }) request: requests.FinishSignInRequest,
  ) {
    const session = await this.finishSignIn.run(signInId, request);
    const person = await this.groups.requirePerson(session.personId);
    return toSignedInView(session, person, await this.groups.groupsOfPerson(person.id));
  }

  @Post('desk/sign-ins')
  @HttpCode(200)
  @AllowedTo('visitor')
  @ApiOkResponse({ standardSchema: staffSignInView })
  async staff(
    @Body({ schema: requests.staffSignInRequest }) request: requests.StaffSignInRequest,
    @Ip() clientAddress: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const session = await this.signInStaff.run(request, clientAddress);
    const expires = new Date(session.expiresAt.epochMilliseconds);
    void reply.setCookie(cookieNameFor(this.config), session.token, {
      ...cookieOptionsFor(this.config),
      expires,
    });
    return { next: 'done' as const };
  }
}
