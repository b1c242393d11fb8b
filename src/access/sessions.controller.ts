import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Operator, Representative, Staff } from '../kernel/actor.js';
import { NotFound } from '../kernel/domain-error.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import { AcceptAgreement } from './accept-agreement.js';
import { AccessReader } from './access.reader.js';
import type { SessionOwner } from './access.store.js';
import { meView, sessionListView, toSessionListView } from './access.views.js';
import { cookieNameFor, cookieOptionsFor } from './desk-cookie.js';
import { EndSessions } from './end-sessions.js';
import { NoteVisit } from './note-visit.js';
import { WhoAmI } from './who-am-i.reader.js';

type SignedIn = Representative | Staff | Operator;

@Controller('api')
@AllowedTo('representative', 'staff', 'operator')
export class SessionsController {
  constructor(
    private readonly whoAmI: WhoAmI,
    private readonly noteVisit: NoteVisit,
    private readonly access: AccessReader,
    private readonly endSessions: EndSessions,
    private readonly acceptAgreement: AcceptAgreement,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('me')
  @ApiOkResponse({ standardSchema: meView })
  async me(@CurrentActor() actor: SignedIn) {
    if (actor.kind === 'representative') await this.noteVisit.run(actor);
    return this.whoAmI.tell(actor);
  }

  @Post('me/agreements/:version')
  @HttpCode(204)
  @AllowedTo('representative')
  @ApiNoContentResponse()
  async accept(@CurrentActor() actor: Representative, @Param('version') version: string) {
    if (!/^\d{1,6}$/.test(version)) throw new NotFound();
    await this.acceptAgreement.run(actor, Number(version));
  }

  @Get('sessions')
  @ApiOkResponse({ standardSchema: sessionListView })
  async list(@CurrentActor() actor: SignedIn) {
    return toSessionListView(await this.access.sessionsOf(ownerOf(actor)), actor.sessionId);
  }

  /** Before the route with an id: the first match wins. */
  @Delete('sessions/current')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endCurrent(@CurrentActor() actor: SignedIn, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.endSessions.one(ownerOf(actor), actor.sessionId);
    this.forgetCookie(reply);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: SignedIn, @IdParam() sessionId: string) {
    await this.endSessions.one(ownerOf(actor), sessionId);
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endAll(@CurrentActor() actor: SignedIn, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.endSessions.all(ownerOf(actor));
    this.forgetCookie(reply);
  }

  private forgetCookie(reply: FastifyReply): void {
    void reply.clearCookie(cookieNameFor(this.config), cookieOptionsFor(this.config));
  }
}

function ownerOf(actor: SignedIn): SessionOwner {
  return actor.kind === 'representative'
    ? { personId: actor.personId }
    : { staffMemberId: actor.staffMemberId };
}
