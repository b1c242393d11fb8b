import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ActorKind } from '../../src/kernel/actor.js';
import { ALLOWED_KINDS } from '../../src/platform/http/allowed-to.js';

export interface DeclaredRoute {
  /** `GET /api/groups/:id` */
  name: string;
  method: string;
  path: string;
  /** Who may call it, as the guard reads it; undefined when the route does not say. */
  allowed: ActorKind[] | undefined;
}

/** What Fastify really answers to, HEAD included, read from the tree that it prints. */
export function registeredRoutes(app: NestFastifyApplication): string[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const parents: string[] = [];
  const routes: string[] = [];
  for (const line of tree.split('\n')) {
    const branch = /^([ │]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!branch) continue;
    const [, indent = '', segment = '', methods = ''] = branch;
    const depth = indent.length / 4;
    const path = (parents[depth - 1] ?? '') + segment;
    parents[depth] = path;
    routes.push(
      ...methods
        .split(', ')
        .filter(Boolean)
        .map((method) => `${method} ${path}`),
    );
  }
  return routes.sort();
}

/** What the controllers declare. */
export function declaredRoutes(app: NestFastifyApplication): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const { prototype } = metatype as { prototype: Record<string, object> };
    const handlers = scanner.getAllMethodNames(prototype).map((name) => prototype[name] as object);
    return handlers
      .filter((handler) => Reflect.hasMetadata('path', handler))
      .map((handler) => routeOf(metatype as object, handler));
  });
}

function routeOf(controller: object, handler: object): DeclaredRoute {
  const parts = [controller, handler].map((target) => String(Reflect.getMetadata('path', target)));
  const path = `/${parts.join('/').split('/').filter(Boolean).join('/')}`;
  const method = RequestMethod[Number(Reflect.getMetadata('method', handler))] ?? 'NONE';
  const own = Reflect.getMetadata(ALLOWED_KINDS, handler) as ActorKind[] | undefined;
  const allowed = own ?? (Reflect.getMetadata(ALLOWED_KINDS, controller) as ActorKind[] | undefined);
  return { name: `${method} ${path}`, method, path, allowed };
}
