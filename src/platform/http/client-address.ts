import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';

const client = new AsyncLocalStorage<string>();

/** Lets the limits of a command ask who calls, so that no command has to carry an address through its story. */
export function rememberClient(request: FastifyRequest, _reply: FastifyReply, next: () => void): void {
  client.run(request.ip, next);
}

/** The address of whoever sent the request that is being answered; undefined outside of one. */
export function clientAddress(): string | undefined {
  return client.getStore();
}
