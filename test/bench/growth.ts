import type { Database } from './database.ts';
import type { Generator } from './generator.ts';
import { Server } from './house.ts';
import { median } from './measure.ts';
import type { Options } from './options.ts';

interface End {
  database: Database;
  house: Server;
  rates: number[];
}

/** Bookings a second with the most stored dates against the fewest, by 32 clients in turn: what growth costs. */
export async function growth(
  ends: [fewest: Database, most: Database],
  { generator, options }: { generator: Generator; options: Options },
): Promise<number> {
  const [fewest, most] = [await openAt(ends[0]), await openAt(ends[1])];
  // One round more than the others have: the first warms up.
  for (let round = 0; round <= options.rounds; round++) {
    for (const { database, house, rates } of [fewest, most]) {
      const load = { clients: 32, seconds: options.seconds };
      rates.push((await generator.load(house.baseUrl, 'single', load)).rate);
      await database.dropBacklog();
    }
  }
  for (const { house } of [fewest, most]) await house.stop();
  return median(most.rates.slice(1)) / median(fewest.rates.slice(1));
}

async function openAt(database: Database): Promise<End> {
  return { database, house: await Server.house(database.url), rates: [] };
}
