import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, ActorKind } from '../../kernel/actor.js';

export const ALLOWED_KINDS = 'allowedKinds';

/** Says who may call a route. A route without it is refused for everybody; `visitor` opens it to all. */
export const AllowedTo = (...kinds: [ActorKind, ...ActorKind[]]) => SetMetadata(ALLOWED_KINDS, kinds);

export type RequestWithActor = FastifyRequest & { actor?: Actor };

/** The actor whom the access guard found behind the request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<RequestWithActor>().actor ?? { kind: 'visitor' };
});
