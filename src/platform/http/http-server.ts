import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { nestLog } from '../logging/nest-log.js';
import { BODY_LIMIT_BYTES } from './body-limits.js';
import { CheckedInput } from './checked-input.js';
import { ProblemFilter } from './problem.filter.js';
import { addRequestHooks, refuseAddress } from './request-hooks.js';
import { UnknownInput } from './unknown-input.js';

export interface HttpOptions {
  isProduction: boolean;
  /** Folder with the built client: `embed/` and `assets/`. */
  clientDir: string;
  /** Addresses and networks (CIDR) whose X-Forwarded-For is believed. */
  trustedProxies: string[];
}

/** Makes the HTTP side of a module: hooks, validation, problems and files, the same for house and tests. */
export async function createHttpServer(
  module: DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress(options),
    trustProxy: options.trustedProxies,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLog,
    abortOnError: false,
  });
  addRequestHooks(adapter.getInstance(), options);
  await app.register(fastifyCookie);
  await app.register(fastifyStatic, {
    root: options.clientDir,
    wildcard: false,
    index: false,
    dotfiles: 'deny',
  });
  app.useGlobalPipes(new CheckedInput());
  app.useGlobalInterceptors(new UnknownInput());
  app.useGlobalFilters(new ProblemFilter());
  return app;
}
