import { BlockList, isIP, isIPv6 } from 'node:net';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { StandardSchemaValidationPipe, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CONFIG, type Config } from '../config/config.js';
import { nestLog } from '../logging/nest-log.js';
import { BadInput } from './bad-input.js';
import { ProblemFilter } from './problem.filter.js';
import { addRequestHooks, refuseAddress } from './request-hooks.js';
import { UnknownQueries } from './unknown-queries.js';

/** Nobody needs more: sixty invitees are about ten kilobytes. */
const BODY_LIMIT_BYTES = 128 * 1024;

export interface HttpOptions {
  isProduction: boolean;
  /** Folder with the built client: `embed/` and `assets/`. */
  clientDir: string;
}

/** Makes the HTTP side of a module: hooks, validation, problems and files, the same for house and tests. */
export async function createHttpServer(
  module: DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  // Empty until the module has told its configuration: no request comes earlier.
  const proxies = new BlockList();
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress(options),
    trustProxy: (address: string) => isIP(address) !== 0 && proxies.check(address, familyOf(address)),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLog,
    abortOnError: false,
  });
  for (const proxy of app.get<Config>(CONFIG).trustedProxies) addTo(proxies, proxy);
  addRequestHooks(adapter.getInstance(), options);
  await app.register(fastifyCookie);
  await app.register(fastifyStatic, {
    root: options.clientDir,
    wildcard: false,
    index: false,
    dotfiles: 'deny',
  });
  app.useGlobalPipes(
    new StandardSchemaValidationPipe({ exceptionFactory: (issues) => BadInput.fromIssues(issues) }),
  );
  app.useGlobalInterceptors(new UnknownQueries());
  app.useGlobalFilters(new ProblemFilter());
  return app;
}

function addTo(list: BlockList, proxy: string): void {
  const [address = '', bits] = proxy.split('/');
  if (bits === undefined) list.addAddress(address, familyOf(address));
  else list.addSubnet(address, Number(bits), familyOf(address));
}

function familyOf(address: string): 'ipv6' | 'ipv4' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
