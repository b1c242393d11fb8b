import type { RaceOutcome, RaceTask } from './race.ts';
import type { Ground } from './rounds.ts';

export interface Race extends RaceOutcome {
  about: RaceTask['about'];
  size: number;
  deadlocks: number;
}

/** Fifty at once for one room, and for any of twenty. */
export async function runRaces({ size, database, house, generator, options }: Ground): Promise<Race[]> {
  const races: Race[] = [];
  for (const about of ['twenty', 'pool', 'thousand'] as const) {
    if (options.races === 0) continue;
    const before = await database.deadlocks();
    const outcome = await generator.race({ baseUrl: house.baseUrl, about, rounds: options.races });
    races.push({ about, size, ...outcome, deadlocks: (await database.deadlocks()) - before });
    await database.dropBacklog();
    await database.clear();
  }
  return races;
}
