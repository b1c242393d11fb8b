import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem, NO_MORE_MAILS } from './problem.js';
import { askForCode } from './sign-ins.js';

const HOUR_MS = 3_600_000;
const { fetch } = globalThis;
let now: number;
let asked: number;
let isReached: boolean;

beforeEach(() => {
  now = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  asked = 0;
  isReached = true;
  globalThis.fetch = () => {
    if (!isReached) return Promise.reject(new TypeError('Failed to fetch'));
    asked += 1;
    return Promise.resolve(new Response(JSON.stringify({ signInId: `s${String(asked)}` }), { status: 202 }));
  };
});
afterEach(() => {
  globalThis.fetch = fetch;
  jest.restoreAllMocks();
});

const codeOf = (caught: unknown): string => (caught instanceof ApiProblem && caught.code) || '';

/** The ids, or why none was asked for. */
async function ask(email: string, times: number): Promise<string[]> {
  const answers: string[] = [];
  for (let count = 0; count < times; count++) answers.push(await askForCode('dortmund', email).catch(codeOf));
  return answers;
}

describe('Mails with a code', () => {
  it('are asked for as often as the house sends them in an hour, for each address', async () => {
    expect(await ask('a@example.org', 2)).toEqual(['s1', 's2']);
    expect(await ask(' A@Example.org', 3)).toEqual(['s3', NO_MORE_MAILS, NO_MORE_MAILS]);
    expect(await ask('b@example.org', 1)).toEqual(['s4']);
    now = HOUR_MS - 1;
    expect(await ask('a@example.org', 1)).toEqual([NO_MORE_MAILS]);
    now = HOUR_MS;
    expect(await ask('a@example.org', 4)).toEqual(['s5', 's6', 's7', NO_MORE_MAILS]);
  });

  it('are not counted when the house was not reached', async () => {
    isReached = false;
    await ask('c@example.org', 3);
    isReached = true;
    expect(await ask('c@example.org', 1)).toEqual(['s1']);
  });
});
