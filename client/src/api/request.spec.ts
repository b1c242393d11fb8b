import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { now } from './house-clock.js';
import { request, type Call } from './request.js';

const RESERVE: Call = { method: 'POST', body: { time: '18:00' } };
const CANCEL: Call = { method: 'DELETE', version: 1 };
const NINE_HOURS = 9 * 3_600_000;
const A_FEW_SECONDS = 5000;

type Answer = () => Promise<Response>;
const lost: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const brokenOff: Answer = () => Promise.resolve(new Response('{"id":', { status: 201 }));
const answers =
  (status: number, body: unknown = {}): Answer =>
  () =>
    Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status }));

const { fetch } = globalThis;
let keys: (string | undefined)[];

/** What the house answers next. */
let next: Answer;

beforeEach(() => {
  keys = [];
  globalThis.fetch = (_, init) => {
    keys.push((init?.headers as Record<string, string>)['Idempotency-Key']);
    return next();
  };
});
afterEach(() => {
  globalThis.fetch = fetch;
});

function ask(url: string, call: Call, answer: Answer): Promise<unknown> {
  next = answer;
  return request(url, call);
}

/** Whether a wish carries the same key again after what was answered to it, and after another call. */
async function isSameWish(answer: Answer, ...between: [Call, Answer][]): Promise<boolean> {
  const url = `/api/wishes/${String(Math.random())}`;
  await ask(url, RESERVE, answer).catch(() => undefined);
  for (const [call, answered] of between) await ask('/api/other', call, answered).catch(() => undefined);
  await ask(url, RESERVE, answers(201));
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  return keys[0] === keys[keys.length - 1];
}

describe('A wish that is sent again', () => {
  it.each<[string, boolean, Answer, [Call, Answer][]]>([
    ['is the same when the answer was lost', true, lost, []],
    ['is the same when the answer broke off', true, brokenOff, []],
    ['is the same when the house had an accident', true, answers(500), []],
    ['is the same when the session had ended', true, answers(401), []],
    ['is the same when it came too often', true, answers(429), []],
    ['is a new one after an answer', false, answers(201), []],
    ['is a new one after a refusal', false, answers(409), []],
    ['is a new one when something was cancelled meanwhile', false, lost, [[CANCEL, answers(200)]]],
    ['is a new one when something was taken off meanwhile', false, lost, [[CANCEL, answers(204)]]],
    ['is a new one when something was moved meanwhile', false, lost, [[{ method: 'PATCH' }, answers(200)]]],
    ['is a new one when nobody knows whether something was cancelled', false, lost, [[CANCEL, lost]]],
    ['is the same when something was only looked at', true, lost, [[{}, answers(200)]]],
    ['is the same when another was done', true, lost, [[{ method: 'POST' }, answers(200)]]],
    ['is the same when an older session ended', true, lost, [[{ ...CANCEL, token: 'old' }, answers(204)]]],
  ])('%s', async (_, isSame, answer, between) => {
    expect(await isSameWish(answer, ...between)).toBe(isSame);
  });
});

describe('A call to sign in', () => {
  it.each<[string, Answer]>([
    ['was answered', answers(200)],
    ['was lost', lost],
  ])('carries no key, and none is kept beside the code that was typed: it %s', async (_, answer) => {
    const url = `/api/sign-ins/${String(Math.random())}/code`;
    const enter: Call = { method: 'POST', body: { code: '1234 5678' }, signingIn: true };
    await ask(url, enter, answer).catch(() => undefined);
    await ask(url, enter, answers(200));
    expect(keys).toEqual([undefined, undefined]);
  });
});

describe('An answer', () => {
  it.each([
    ['is what the house says', answers(200, { id: 'a' }), { id: 'a' }],
    ['may have nothing in it', answers(204), undefined],
  ])('%s', async (_, answer, expected) => {
    expect(await ask('/api/any', {}, answer)).toEqual(expected);
  });

  it.each([
    ['did not come', lost, 0],
    ['broke off', brokenOff, 0],
    ['came from somebody in between', () => Promise.resolve(new Response('<html>')), 0],
    ['is a refusal', answers(409, { code: 'roomAlreadyTaken' }), 409],
  ])('is a problem when it %s', async (_, answer, status) => {
    await expect(ask('/api/any', {}, answer)).rejects.toMatchObject({ name: 'ApiProblem', status });
  });

  it('says how late it is, for the clock of the device may be wrong', async () => {
    const evening = Date.now() - NINE_HOURS;
    const headers = { Date: new Date(evening).toUTCString() };
    await ask('/api/any', {}, () => Promise.resolve(new Response('{}', { headers })));
    expect(Math.abs(now() - evening)).toBeLessThan(A_FEW_SECONDS);
    await ask('/api/other', {}, lost).catch(() => undefined);
    expect(Math.abs(now() - evening)).toBeLessThan(A_FEW_SECONDS);
  });

  it('that nobody waits for any more is no problem', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(ask('/api/any', { signal: stop.signal }, brokenOff)).rejects.not.toHaveProperty('status');
  });
});
