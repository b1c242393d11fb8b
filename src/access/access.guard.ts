import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ActorKind } from '../kernel/actor.js';
import { NotAllowed, NotSignedIn } from '../kernel/domain-error.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { ALLOWED_KINDS, type RequestWithActor } from '../platform/http/allowed-to.js';
import { ForeignOrigin } from './access.errors.js';
import { AccessReader } from './access.reader.js';
import { cookieNameFor, isOwnOrigin } from './desk-cookie.js';

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** Stands before every route. What does not say whom it is for is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const allowed = this.reflector.getAllAndOverride<ActorKind[] | undefined>(ALLOWED_KINDS, targets) ?? [];
    if (allowed.includes('visitor')) return true;
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const actor = await this.findActor(request);
    if (!actor) throw new NotSignedIn();
    if (!allowed.includes(actor.kind)) throw new NotAllowed();
    request.actor = actor;
    return true;
  }

  /** A bearer token for programs and the frame; the cookie only for our own desk, whose writes must come from it. */
  private async findActor(request: RequestWithActor) {
    const bearer = /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.access.findActor(bearer);
    const cookie = request.cookies[cookieNameFor(this.config)];
    const actor = cookie ? await this.access.findActor(cookie) : undefined;
    const isWrite = !SAFE_METHODS.has(request.method);
    if (actor && isWrite && !isOwnOrigin(request.headers.origin, this.config)) throw new ForeignOrigin();
    return actor;
  }
}
