import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { log } from '../../src/platform/logging/log.js';
import { openStoryHouse, type StoryHouse } from '../support/story-house.js';
import { inWords, type Deed } from './history.js';
import { runSeed } from './run-seed.js';
import { tally } from './tally.js';

/** `npm run model -- --seeds 500` and `--seed 17` say otherwise. */
const { MODEL_SEEDS = '30', MODEL_SEED } = process.env;
const SEEDS_EACH_HOUSE = 30;

const seeds =
  MODEL_SEED === undefined
    ? Array.from({ length: Number(MODEL_SEEDS) }, (_, index) => index + 1)
    : [Number(MODEL_SEED)];
const houses = Map.groupBy(seeds, (_, index) => Math.floor(index / SEEDS_EACH_HOUSE));

describe.each([...houses.values()].map((list) => ({ list, first: list[0], last: list.at(-1) })))(
  'Whatever many clients do at once, the house keeps its word (P1, P2): seeds $first to $last',
  ({ list }) => {
    let house: StoryHouse;
    const histories: Deed[] = [];

    beforeAll(async () => {
      // Servers near their capacity are the point here, not news.
      log.level = 'error';
      house = await openStoryHouse({ instances: 2 });
    });
    afterAll(() => house.close());

    it.each(list)('seed %i', async (seed) => {
      const { faults, history } = await runSeed(house, seed, list.indexOf(seed));
      histories.push(...history);
      if (faults.length > 0) throw new Error(report(seed, faults, history));
    });

    // A single seed need not meet everything.
    if (list.length >= SEEDS_EACH_HOUSE)
      it('has met every kind of deed and refusal, so that the checks had something to check', () => {
        expect(tally(histories).missing).toEqual([]);
      });
  },
);

function report(seed: number, faults: readonly string[], history: readonly Deed[]): string {
  const repeat = `npm run model -- --seed ${seed}`;
  return [
    `Seed ${seed} broke ${faults.length} promises:`,
    ...[...new Set(faults)].map((fault) => `  ${fault}`),
    `To repeat: ${repeat} (the wishes are the same each time; which of two that come at once is first is not, so`,
    'it may need several runs). What happened, in milliseconds, ids by their last digits:',
    inWords(history),
  ].join('\n');
}
