import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { BadInput } from './bad-input.js';
import { isApi } from './is-api.js';

/**
 * Routes with `@Query` refuse what their schema does not know; of the others, those of the API take no query at all.
 * Pages are left alone: people arrive there with what other programs have put behind an address.
 */
@Injectable()
export class UnknownQueries implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(request.query as object);
    // The one name that zod overlooks.
    const unknown = readsQuery(context) ? names.filter((name) => name === '__proto__') : names;
    if (isApi(request) && unknown.length > 0) throw new BadInput('Diese Angabe kennt das Haus nicht.');
    return next.handle();
  }
}

/** Nest keeps the parameters of a route under its class, by their kind and place: `4:0` is a query, put first. */
function readsQuery(context: ExecutionContext): boolean {
  const { name } = context.getHandler();
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) ?? {}) as object;
  return Object.keys(parameters).some((kind) => kind.startsWith(`${RouteParamtypes.QUERY}:`));
}
