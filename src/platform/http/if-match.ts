import {
  createParamDecorator,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map } from 'rxjs';
import { Outdated } from '../../kernel/domain-error.js';

/** The version the caller has seen, from `If-Match: "3"`; undefined when the caller does not care. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  if (!match) throw new Outdated();
  return Number(match[1]);
});

/** Sends the `version` of what is answered as ETag, for the caller's next If-Match. */
@Injectable()
export class VersionAsETag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        sendVersion(body, reply);
        return body;
      }),
    );
  }
}

export function sendVersion(body: unknown, reply: FastifyReply): void {
  const version = (body as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number') void reply.header('etag', `"${version}"`);
}
