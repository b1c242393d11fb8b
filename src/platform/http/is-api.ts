import type { FastifyRequest } from 'fastify';

/**
 * Whether the request is meant for programs. Judged by the route that was found, not by the address as written:
 * `/%61pi/…` and `http://host/api/…` lead to the same routes.
 */
export function isApi(request: FastifyRequest): boolean {
  return (request.routeOptions.url ?? request.url).startsWith('/api/');
}
