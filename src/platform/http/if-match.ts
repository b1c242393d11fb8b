import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Outdated } from '../../kernel/domain-error.js';

/** The version the caller has seen, from `If-Match: "3"`; undefined when the caller does not care. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  if (!match) throw new Outdated();
  return Number(match[1]);
});
