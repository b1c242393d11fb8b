import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/kernel/id.js';
import type { ActorKind } from '../../../src/kernel/actor.js';
import { newToken } from '../../../src/platform/secrets/token.js';
import type { Caller } from '../../support/http-caller.js';
import { aGroup, anOperator, type Group } from '../../support/people.js';
import { PUBLIC } from '../../support/public-routes.js';
import { sendRaw } from '../../support/raw-http.js';
import { declaredRoutes, registeredRoutes, type DeclaredRoute } from '../../support/registered-routes.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let group: Group;
let declared: DeclaredRoute[];
let callers: Record<Exclude<ActorKind, 'visitor'>, Caller>;

beforeAll(async () => {
  house = await openStoryHouse();
  group = await aGroup(house);
  declared = declaredRoutes(house.apps[0]);
  callers = {
    representative: group.representative,
    staff: group.contactPoint.staff,
    operator: await anOperator(house),
  };
});
afterAll(() => house.close());

/** A path that leads to something that exists, where there is something. */
const pathOf = ({ path }: DeclaredRoute) =>
  path
    .replace('groups/:id', `groups/${group.id}`)
    .replace(':slug', group.contactPoint.slug)
    .replace(':version', '1')
    .replace(/:(id|token|file)/, newId());

const closed = () => declared.filter(({ name }) => !PUBLIC.includes(name));

describe('Every route of the house', () => {
  it('is known: the server answers to what the controllers declare and to nothing else', () => {
    const withHead = declared.flatMap(({ name, method }) =>
      method === 'GET' ? [name, name.replace('GET', 'HEAD')] : [name],
    );
    expect(registeredRoutes(house.apps[0])).toEqual(withHead.sort());
    expect(declared.length).toBeGreaterThan(25);
  });

  it('says who is allowed', () => {
    expect(declared.filter(({ allowed }) => !allowed || allowed.length === 0)).toEqual([]);
  });

  it('is open to visitors only if it stands in the public list', () => {
    const open = declared.filter(({ allowed }) => allowed?.includes('visitor')).map(({ name }) => name);
    expect(open.sort()).toEqual(PUBLIC);
  });
});

describe('A question that nobody asked for', () => {
  it('is refused by every route of the API (400)', async () => {
    const asked = declared.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/'));
    expect(asked.length).toBeGreaterThan(5);
    for (const route of asked) {
      const [kind] = (route.allowed ?? []).filter((allowed) => allowed !== 'visitor');
      const as = kind && callers[kind];
      for (const query of ['unbekannt=1', '__proto__=1', '=1']) {
        const { status, body } = await house.http[0].get(`${pathOf(route)}?${query}`, { as });
        expect({ route: route.name, query, status, code: body.code }).toEqual({
          route: route.name,
          query,
          status: 400,
          code: 'badInput',
        });
      }
    }
  });

  it('is left alone by pages', async () => {
    for (const path of ['/', '/desk', '/health/live', `/haus/${group.contactPoint.slug}`]) {
      expect((await house.http[0].get(`${path}?eingebettet=1`)).status).toBe(200);
    }
  });
});

describe('A route that is not public', () => {
  it('answers 401 to everybody without a token, and to tokens that are none', async () => {
    const wrong: Caller[] = [
      {},
      { token: newToken() },
      { token: group.id },
      { token: `${group.representative.token}x` },
      { cookie: `__Host-desk=${newToken()}` },
    ];
    for (const route of closed()) {
      for (const as of wrong) {
        const { status, headers, body } = await house.http[0].send(route.method, pathOf(route), { as });
        expect({ route: route.name, status, code: body.code }).toEqual({
          route: route.name,
          status: 401,
          code: 'notSignedIn',
        });
        expect(headers.get('www-authenticate')).toBe('Bearer');
      }
    }
  });

  it('answers 401 to HEAD as well', async () => {
    for (const route of closed().filter(({ method }) => method === 'GET')) {
      const { status, text } = await house.http[0].send('HEAD', pathOf(route));
      expect({ route: route.name, status, text }).toEqual({ route: route.name, status: 401, text: '' });
    }
  });

  it('answers 403 to those signed in who are not meant', async () => {
    let refusals = 0;
    for (const route of closed()) {
      for (const [kind, as] of Object.entries(callers)) {
        if (route.allowed?.includes(kind as ActorKind)) continue;
        const { status } = await house.http[0].send(route.method, pathOf(route), { as });
        expect({ route: route.name, kind, status }).toEqual({ route: route.name, kind, status: 403 });
        refusals++;
      }
    }
    expect(refusals).toBeGreaterThan(15);
  });
});

describe('Another way to write a protected address', () => {
  const VARIANTS: [string, (path: string) => string][] = [
    ['a slash at the end', (path) => `${path}/`],
    ['two slashes at the end', (path) => `${path}//`],
    ['two slashes at the beginning', (path) => `/${path}`],
    ['two slashes inside', (path) => path.replace('/api/', '/api//')],
    ['a dot segment', (path) => path.replace('/api/', '/api/./')],
    ['an encoded dot segment', (path) => path.replace('/api/', '/api/%2e/')],
    ['a way up and down again', (path) => path.replace('/api/', '/api/x/../')],
    ['an encoded way up', (path) => path.replace('/api/', '/api/x/%2e%2e/')],
    ['a way up from a public route', (path) => path.replace('/api/', '/health/live/../../api/')],
    ['capitals', (path) => path.toUpperCase()],
    ['a capital', (path) => path.replace('/api', '/Api')],
    ['an encoded letter', (path) => path.replace('/api', '/%61pi')],
    ['an encoded slash', (path) => path.replace('/api/', '/api%2f')],
    ['an encoded slash at the end', (path) => `${path}%2f`],
    ['a backslash', (path) => path.replace('/api/', '/api\\')],
    ['a parameter behind a semicolon', (path) => `${path};x=1`],
    ['an encoded question mark', (path) => `${path}%3fx`],
    ['NUL', (path) => `${path}%00`],
    ['a broken encoding', (path) => `${path}%zz`],
    ['a whole address', (path) => `http://haus.example${path}`],
    ['an ending', (path) => `${path}.json`],
  ];

  it.each(VARIANTS)('gives nothing more without a token: %s', async (_, rewrite) => {
    for (const route of closed()) {
      const path = rewrite(pathOf(route));
      for (const method of route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]) {
        const { status, text } = await sendRaw(house.http[0].baseUrl, { method, path });
        expect({ path, method, isRefused: [400, 401, 404, 405].includes(status), status }).toMatchObject({
          isRefused: true,
        });
        expect(text).not.toContain(group.label);
      }
    }
  });

  it.each(VARIANTS)('gives nothing more to somebody who is not meant: %s', async (_, rewrite) => {
    const authorization = `Bearer ${group.representative.token}`;
    const path = rewrite('/api/groups');
    const { status, text } = await sendRaw(house.http[0].baseUrl, { path, headers: { authorization } });
    expect([400, 401, 403, 404]).toContain(status);
    expect(text).not.toContain(group.label);
  });

  it.each(['x-http-method-override', 'x-http-method', 'x-method-override'])(
    'nor does another method in %s',
    async (header) => {
      const headers = { [header]: 'DELETE', authorization: `Bearer ${group.representative.token}` };
      const { status } = await sendRaw(house.http[0].baseUrl, { path: '/api/sessions', headers });
      expect(status).toBe(200);
      const { status: stillThere } = await house.http[0].get('/api/me', { as: group.representative });
      expect(stillThere).toBe(200);
    },
  );

  it.each(['x-original-url', 'x-rewrite-url', 'x-forwarded-prefix'])(
    'nor another address in %s',
    async (header) => {
      const headers = { [header]: `/api/groups/${group.id}` };
      const { text } = await sendRaw(house.http[0].baseUrl, { path: '/health/live', headers });
      expect(text).toBe('{"status":"ok"}');
    },
  );

  it.each(['TRACE', 'PUT', 'PATCH', 'PROPFIND', 'OPTIONS'])('nor the method %s', async (method) => {
    const authorization = `Bearer ${group.representative.token}`;
    const { status, text } = await sendRaw(house.http[0].baseUrl, {
      method,
      path: '/api/me',
      headers: { authorization },
    });
    expect([400, 404, 405, 501]).toContain(status);
    expect(text).not.toContain(group.representative.token);
  });
});

describe('Opening an address changes nothing (P8)', () => {
  it('a DELETE or POST route has no GET or HEAD that acts', async () => {
    const writing = declared.filter(({ method }) => method !== 'GET');
    const reading = new Set(declared.filter(({ method }) => method === 'GET').map(({ path }) => path));
    for (const route of writing.filter(({ path }) => !reading.has(path) && path !== '/api/sessions/:id')) {
      for (const method of ['GET', 'HEAD']) {
        const { status } = await house.http[0].send(method, pathOf(route), { as: group.representative });
        expect({ route: route.name, method, status }).toEqual({ route: route.name, method, status: 404 });
      }
    }
  });
});
