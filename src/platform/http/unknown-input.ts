import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { BadInput } from './bad-input.js';
import { isApi } from './is-api.js';

/**
 * Routes with `@Query` or `@Body` refuse what their schema does not know; of the others, those of the API take no query
 * and no body at all. Pages are left alone: people arrive there with what other programs have put behind an address.
 */
@Injectable()
export class UnknownInput implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(request.query as object);
    // The one name that zod overlooks.
    const unknown = reads(RouteParamtypes.QUERY, context)
      ? names.filter((name) => name === '__proto__')
      : names;
    const isUnread = !reads(RouteParamtypes.BODY, context) && holdsAnything(request.body);
    if (isApi(request) && (unknown.length > 0 || isUnread))
      throw new BadInput('Diese Angabe kennt das Haus nicht.');
    return next.handle();
  }
}

/** Nest keeps the parameters of a route under its class, by their kind and place: `4:0` is a query, put first. */
function reads(what: RouteParamtypes, context: ExecutionContext): boolean {
  const { name } = context.getHandler();
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) ?? {}) as object;
  return Object.keys(parameters).some((kind) => kind.startsWith(`${what}:`));
}

/** An empty object says as little as no body. */
function holdsAnything(body: unknown): boolean {
  if (body === undefined || body === null) return false;
  return typeof body !== 'object' || Array.isArray(body) || Object.keys(body).length > 0;
}
