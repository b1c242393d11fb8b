import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { aGroup, type Group } from '../../support/people.js';
import { sendRaw } from '../../support/raw-http.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

let house: StoryHouse;
let group: Group;

beforeAll(async () => {
  house = await openStoryHouse();
  group = await aGroup(house);
});
afterAll(() => house.close());

const json = { 'content-type': 'application/json' };
const good = () => JSON.stringify({ contactPoint: group.contactPoint.slug, email: 'rosa@example.org' });
const post = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = json,
  path = '/api/sign-ins',
) => house.http[0].raw(path, { method: 'POST', headers, body });
const isSound = async () => expect((await post(good())).status).toBe(202);

describe('What is no request of ours', () => {
  it.each([
    ['a body of one megabyte', () => JSON.stringify({ email: 'x'.repeat(1_000_000) }), 413, 'tooBig'],
    ['ten megabytes', () => 'x'.repeat(10_000_000), 413, 'tooBig'],
    [
      'more than 32 kB where no list is sent',
      () => JSON.stringify({ email: 'x'.repeat(33_000) }),
      413,
      'tooBig',
    ],
    ['broken JSON', () => '{"contactPoint":', 400, 'badInput'],
    ['no JSON at all', () => 'contactPoint=x', 400, 'badInput'],
    ['an empty body', () => '', 400, 'badInput'],
    ['a list', () => '[]', 400, 'badInput'],
    ['null', () => 'null', 400, 'badInput'],
    ['a text', () => '"x"', 400, 'badInput'],
    ['ten thousand levels', () => `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 400, 'badInput'],
    [
      'three thousand levels of objects',
      () => `${'{"email":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
      400,
      'badInput',
    ],
    ['a key __proto__', () => `{"__proto__":{"admin":true},${good().slice(1)}`, 400, 'badInput'],
    [
      'a key constructor',
      () => `{"constructor":{"prototype":{"admin":true}},${good().slice(1)}`,
      400,
      'badInput',
    ],
    [
      'a key hidden by an escape',
      () => `{"\\u005f_proto__":{"admin":true},${good().slice(1)}`,
      400,
      'badInput',
    ],
    ['NUL in a text', () => good().replace('rosa', 'ro\\u0000sa'), 400, 'badInput'],
    ['a lone surrogate in a text', () => good().replace('rosa', 'ro\\ud800sa'), 400, 'badInput'],
    ['a key constructor of a plain text', () => `{"constructor":"x",${good().slice(1)}`, 400, 'badInput'],
    ['a key prototype', () => `{"prototype":1,${good().slice(1)}`, 400, 'badInput'],
    ['an unknown property', () => `{"admin":true,${good().slice(1)}`, 400, 'badInput'],
  ] as [string, () => string, number, string][])('%s is refused', async (_, body, status, code) => {
    const answer = await post(body());
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(Object.prototype).not.toHaveProperty('admin');
    await isSound();
  });

  it.each([
    ['a list of addresses', '/api/occurrences/01a22d84-2c91-7b41-8e4f-007e50b99a7e/invitees', 401],
    ['a wish', '/api/groups/01a22d84-2c91-7b41-8e4f-007e50b99a7e/reservations', 413],
  ])('100 kB are read where so much may come: %s', async (_, path, status) => {
    expect((await post(JSON.stringify({ x: 'x'.repeat(100_000) }), json, path)).status).toBe(status);
  });

  it('NUL or half a character in the slug of a contact point reaches no database', async () => {
    for (const slug of ['a\u0000b', 'a\ud800b', '%', "' OR 1=1--"]) {
      const body = JSON.stringify({ contactPoint: slug, email: 'rosa@example.org' });
      expect([400, 404]).toContain((await post(body)).status);
    }
    for (const slug of ['a%00b', '%ff', '%ed%a0%80', '..%2f..%2fetc', "'%20OR%201=1--"]) {
      const { status } = await sendRaw(house.http[0].baseUrl, { path: `/api/contact-points/${slug}` });
      expect([400, 404]).toContain(status);
    }
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['text that calls itself JSON', 'text/plain; charset=application/json'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['a multipart form', 'multipart/form-data; boundary=x'],
    ['XML', 'application/xml'],
    ['JSON of another kind', 'application/json-seq'],
    ['nonsense', 'x'],
  ])('%s is refused on a route for programs (415)', async (_, type) => {
    const answer = await post(good(), { 'content-type': type });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 415, code: 'wrongType' });
  });

  it('a body without a type is refused (415)', async () => {
    const body = Buffer.from(good());
    const headers = { 'content-length': body.length };
    const { status } = await sendRaw(house.http[0].baseUrl, {
      method: 'POST',
      path: '/api/sign-ins',
      headers,
      body,
    });
    expect(status).toBe(415);
  });

  it('a body without a type and length is refused (415)', async () => {
    const headers = { 'transfer-encoding': 'chunked' };
    const call = { method: 'POST', path: '/api/sign-ins', headers, body: good() };
    expect((await sendRaw(house.http[0].baseUrl, call)).status).toBe(415);
  });

  it.each([
    '/%61pi/sign-ins',
    '//api/sign-ins',
    '/api//sign-ins',
    '/./api/sign-ins',
    'http://haus.example/api/sign-ins',
  ])('a form does not slip in by another way to write the address: %s', async (path) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `contactPoint=${group.contactPoint.slug}&email=rosa%40example.org`;
    const { status } = await sendRaw(house.http[0].baseUrl, { method: 'POST', path, headers, body });
    expect([400, 404, 415]).toContain(status);
  });

  it('JSON is refused where a form of a page belongs (415)', async () => {
    const path = '/t/abcdefghijklmnopqrstuvwxyz/enter';
    expect((await post('{"displayName":"Rosa"}', json, path)).status).toBe(415);
  });

  it('a packed body is not unpacked', async () => {
    const bomb = Uint8Array.from(gzipSync(Buffer.alloc(1_000_000)));
    const { status } = await post(bomb, { ...json, 'content-encoding': 'gzip' });
    expect([400, 413, 415]).toContain(status);
  });

  it.each(['restore', 'extend'])('a body is refused where none is read (400): %s', async (act) => {
    const path = `/api/occurrences/01a22d84-2c91-7b41-8e4f-007e50b99a7e/${act}`;
    const send = (body?: object) => house.http[0].post(path, { as: group.representative, body });
    for (const body of [{ minutes: 60 }, [1]]) expect((await send(body)).status).toBe(400);
    for (const body of [undefined, {}]) expect((await send(body)).status).toBe(404);
  });

  it.each([
    'x=1',
    '__proto__[x]=1',
    'constructor[prototype][x]=1',
    'from=2026-12-01&to=2026-12-02&groupId=1',
    'from[where]=1',
  ])('an unknown question is refused (400): ?%s', async (query) => {
    const path = `/api/contact-points/${group.contactPoint.slug}/availability?${query}`;
    expect((await house.http[0].get(path)).status).toBe(400);
    await isSound();
  });

  it('headers that are too large are refused, and the house goes on', async () => {
    const headers = { 'x-big': 'x'.repeat(100_000) };
    const { status } = await sendRaw(house.http[0].baseUrl, { path: '/health/live', headers });
    expect(status).toBe(431);
    await isSound();
  });
});
