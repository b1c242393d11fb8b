import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { RegisterServer } from '../../../src/rooms/register-server.js';
import { AddServer } from '../../../src/rooms/add-server.js';
import type { Caller } from '../../support/http-caller.js';
import { jitsiOf } from '../../support/jitsi-side.js';
import { aContactPoint, anOperator } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface ServerBody {
  slug: string;
  isOpen: boolean;
  capacity: number;
  notEnforced: string[];
  version: number;
  code?: string;
}

const FURTHER = {
  slug: 'zwei',
  baseUrl: 'https://zwei.example',
  xmppDomain: 'meet.jitsi',
  mucDomain: 'muc.meet.jitsi',
  issuer: 'virtuelles-haus',
  audience: 'jitsi',
  profile: 'P3' as const,
  capacity: 100,
  hasLobby: true,
  dialIn: [],
};

let house: StoryHouse;
let operator: Caller;

beforeAll(async () => {
  house = await openStoryHouse({ environment: { JITSI_PROFILE: 'P2', JITSI_CAPACITY: '50' } });
  operator = await anOperator(house);
});
afterAll(() => house.close());

const list = async (query = '') =>
  (
    await house.http[0].get<{ items: ServerBody[]; nextCursor: string | null }>(`/api/servers${query}`, {
      as: operator,
    })
  ).body;
const patch = (slug: string, body: unknown, ifMatch?: number) =>
  house.http[0].send<ServerBody>('PATCH', `/api/servers/${slug}`, {
    as: operator,
    body,
    headers: ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` },
  });
const restart = () => house.apps[0].get(RegisterServer, { strict: false }).onApplicationBootstrap();

describe('The operator sees the Jitsi servers', () => {
  it('with all their facts, and what they do not enforce', async () => {
    const { items, nextCursor } = await list();
    expect(nextCursor).toBeNull();
    expect(items).toEqual([
      {
        slug: 'demo',
        baseUrl: 'https://meet.example',
        xmppDomain: 'meet.jitsi',
        mucDomain: 'muc.meet.jitsi',
        issuer: 'virtuelles-haus',
        audience: 'jitsi',
        profile: 'P2',
        capacity: 50,
        hasLobby: true,
        dialIn: [],
        hasSecret: true,
        isOpen: true,
        isConfigured: true,
        notEnforced: expect.arrayContaining([expect.stringContaining('ohne Vorwarnung')]),
        version: 1,
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/demo-secret|hash/i);
  });

  it('page by page', async () => {
    await house.apps[0].get(AddServer, { strict: false }).run(FURTHER);
    const first = await list('?limit=1');
    expect([first.items.map(({ slug }) => slug), first.nextCursor]).toEqual([['demo'], 'demo']);
    const second = await list('?limit=1&cursor=demo');
    expect([second.items.map(({ slug }) => slug), second.nextCursor]).toEqual([['zwei'], null]);
  });

  it('and nobody else does (403)', async () => {
    const { staff } = await aContactPoint(house);
    expect((await house.http[0].get('/api/servers', { as: staff })).status).toBe(403);
  });
});

describe('The operator changes a server', () => {
  it('that the configuration does not name', async () => {
    const changed = await patch('zwei', { capacity: 120, profile: 'P1', hasLobby: false }, 1);
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ capacity: 120, profile: 'P1', hasLobby: false, version: 2 });
    expect(changed.body.notEnforced.length).toBeGreaterThan(4);
    expect(changed.headers.get('etag')).toBe('"2"');
  });

  it('not one that somebody else has changed meanwhile (412)', async () => {
    expect((await patch('zwei', { capacity: 10 }, 1)).status).toBe(412);
    expect((await list()).items[1]?.capacity).toBe(120);
  });

  it('of the configuration only by opening and closing it', async () => {
    expect(await patch('demo', { capacity: 10 })).toMatchObject({
      status: 422,
      body: { code: 'setByConfiguration' },
    });
    expect((await patch('demo', { isOpen: false })).body.isOpen).toBe(false);
    expect((await patch('demo', { isOpen: true })).body.isOpen).toBe(true);
  });

  it.each([
    [{ baseUrl: 'javascript:alert(1)' }],
    [{ baseUrl: 'https://meet.example/?x=1' }],
    [{ profile: 'P9' }],
    [{ capacity: 1 }],
    [{ dialIn: [{ formattedNumber: '0231' }] }],
    [{ slug: 'neu' }],
    [{ secretHash: 'x' }],
  ])('not by %j (400)', async (change) => {
    expect((await patch('zwei', change)).status).toBe(400);
  });

  it('not one that there is not (404)', async () => {
    for (const slug of ['niemand', '%00']) expect((await patch(slug, { isOpen: true })).status).toBe(404);
  });
});

describe('A start of the house', () => {
  it('leaves servers of the command line alone, and what the operator closed', async () => {
    await patch('demo', { isOpen: false });
    await restart();
    expect((await list()).items.map(({ slug, isOpen }) => [slug, isOpen])).toEqual([
      ['demo', false],
      ['zwei', true],
    ]);
    await patch('demo', { isOpen: true });
  });

  it('closes those that the configuration names no more, and opens them when it does again', async () => {
    const { jitsi } = house.config;
    const open = async () => (await list()).items.filter(({ isOpen }) => isOpen).map(({ slug }) => slug);
    try {
      house.config.jitsi = undefined;
      await restart();
      expect(await open()).toEqual(['zwei']);
      house.config.jitsi = jitsi && { ...jitsi, slug: 'main' };
      await restart();
      expect(await open()).toEqual(['main', 'zwei']);
    } finally {
      house.config.jitsi = jitsi;
      await restart();
    }
    expect(await open()).toEqual(['demo', 'zwei']);
  });

  it('leaves one that it closed, and the configuration names no more, to the operator', async () => {
    const { jitsi } = house.config;
    await patch('demo', { isOpen: false });
    try {
      house.config.jitsi = undefined;
      await restart();
      expect((await list()).items[0]).toMatchObject({ slug: 'demo', isOpen: false, isConfigured: false });
      expect((await patch('demo', { isOpen: true })).body.isOpen).toBe(true);
    } finally {
      house.config.jitsi = jitsi;
      await restart();
    }
    expect((await list()).items[0]).toMatchObject({ slug: 'demo', isOpen: true, isConfigured: true });
  });

  it('takes from the demo its secret, which everybody knows, when the house goes into production', async () => {
    const { jitsi } = house.config;
    const secret = 'nur-dieser-server-kennt-es';
    expect((await jitsiOf(house).beat()).status).toBe(200);
    try {
      house.config.isProduction = true;
      house.config.jitsi = jitsi && { ...jitsi, slug: 'main', secret };
      await restart();
      for (const server of ['demo', 'main'])
        expect((await jitsiOf(house, { server }).beat()).status).toBe(401);
      expect((await jitsiOf(house, { server: 'main', secret }).beat()).status).toBe(200);
      expect((await list()).items[0]).toMatchObject({ slug: 'demo', hasSecret: false });
    } finally {
      house.config.isProduction = false;
      house.config.jitsi = jitsi;
      await restart();
    }
    expect((await jitsiOf(house).beat()).status).toBe(200);
  });

  it('keeps a secret that the configuration does not name', async () => {
    const { jitsi } = house.config;
    const secretHash = createHash('sha256').update('mein-geheimnis').digest();
    await house.database.query(`UPDATE meeting_servers SET secret_hash = $1 WHERE slug = 'demo'`, [
      secretHash,
    ]);
    house.config.jitsi = jitsi && { ...jitsi, secret: undefined };
    await restart();
    expect((await jitsiOf(house, { secret: 'mein-geheimnis' }).beat()).status).toBe(200);
    house.config.jitsi = jitsi;
    await restart();
    expect((await jitsiOf(house, { secret: 'mein-geheimnis' }).beat()).status).toBe(401);
    expect((await jitsiOf(house).beat()).status).toBe(200);
  });
});
