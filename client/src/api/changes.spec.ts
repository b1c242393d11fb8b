import { afterEach, describe, expect, it } from '@jest/globals';
import { restoreEach } from './changes.js';
import type { Occurrence } from './shapes.js';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

const dates = ['o1', 'o2', 'o3'].map((id) => ({ id }) as Occurrence);
const clash = { date: '2026-12-08', verdict: 'taken', alternatives: [] };

/** The house answers so to each date; anything else it does not answer. Says which dates it was asked about. */
function houseThatAnswers(statuses: Record<string, number>): string[] {
  const asked: string[] = [];
  globalThis.fetch = (url) => {
    const id = /occurrences\/(\w+)\/restore$/.exec(url as string)?.[1] ?? '';
    asked.push(id);
    const status = statuses[id];
    if (status === undefined) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(
      new Response(JSON.stringify({ dates: status === 409 ? [clash] : [] }), { status }),
    );
  };
  return asked;
}

describe('restoring each date for itself', () => {
  it('goes on after one that is not free, and names it', async () => {
    const asked = houseThatAnswers({ o1: 200, o2: 409, o3: 200 });
    expect(await restoreEach(dates)).toEqual([clash]);
    expect(asked).toEqual(['o1', 'o2', 'o3']);
  });

  it.each([
    ['is not reached', { o1: 200, o3: 200 }],
    ['says that it is too late', { o1: 200, o2: 422, o3: 200 }],
  ])('stops where the house %s', async (_, statuses) => {
    const asked = houseThatAnswers(statuses);
    await expect(restoreEach(dates)).rejects.toThrow();
    expect(asked).toEqual(['o1', 'o2']);
  });
});
