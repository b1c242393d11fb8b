import { afterEach, describe, expect, it } from '@jest/globals';
import { clashesOf, isPause, type ApiProblem } from './problem.js';
import { preview } from './reservations.js';
import type { PreviewDate, Wish } from './shapes.js';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

const shown = { date: '2026-12-08', startsAt: '2026-12-08T17:00:00Z', endsAt: '2026-12-08T19:00:00Z' };
const date = (facts: Partial<PreviewDate>): PreviewDate => ({
  ...{ ...shown, verdict: 'capacity', alternatives: [] },
  ...facts,
});
const closed = date({ capacityFault: 'noServerOpen' });

/** The house answers so. */
async function look(...dates: PreviewDate[]): Promise<unknown> {
  const found = { inWords: 'Jeden Dienstag', dates };
  globalThis.fetch = () => Promise.resolve(new Response(JSON.stringify(found)));
  return preview('g1', {} as Wish);
}

describe('A look at the dates of a series', () => {
  it('shows them while the house is full', async () => {
    expect(await look(date({}))).toMatchObject({ dates: [{ verdict: 'capacity' }] });
  });

  it('is one refusal while the house takes none: nothing is to be decided about any of them', async () => {
    const problem = await look(date({ verdict: 'free' }), closed).catch(
      (caught: unknown) => caught as ApiProblem,
    );
    expect(isPause(problem as ApiProblem)).toBe(true);
    expect(clashesOf(problem as ApiProblem)).toEqual([]);
  });
});
