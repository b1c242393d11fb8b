import { parseArgs } from 'node:util';

export interface Options {
  /** Stored dates; each number has a database of its own. */
  sizes: number[];
  clients: number[];
  seconds: number;
  rounds: number;
  /** Rounds of each race of fifty. */
  races: number;
  /** Names of cases to run; empty for all. */
  only: string[];
  /** Folder for CPU profiles of the house; with it the statements of PostgreSQL are counted too. */
  profile: string | undefined;
}

const USAGE = `npm run bench -- [--quick] [--sizes 10000,100000,1000000] [--clients 1,8,32] [--seconds 2]
  [--rounds 3] [--races 100] [--only reserve,move] [--profile <folder>]`;

const QUICK = { sizes: '10000', clients: '1,8,32', seconds: '1', rounds: '1', races: '10' };
const FULL = { sizes: '10000,100000,1000000', clients: '1,8,32', seconds: '2', rounds: '3', races: '100' };

/** Reads the command line. Throws with the usage when it says something else. */
export function readOptions(argv: string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv,
    options: {
      quick: { type: 'boolean' },
      sizes: text,
      clients: text,
      seconds: text,
      rounds: text,
      races: text,
      only: text,
      profile: text,
    },
  });
  const { quick, only = '', profile, ...given } = values;
  const { sizes, clients, seconds, rounds, races } = { ...(quick ? QUICK : FULL), ...given };
  const options = {
    sizes: numbersOf(sizes),
    clients: numbersOf(clients),
    seconds: Number(seconds),
    rounds: Number(rounds),
    races: Number(races),
    only: only.split(',').filter((name) => name !== ''),
    profile,
  };
  const all = [...options.sizes, ...options.clients, options.seconds, options.rounds];
  if (!all.every((number) => number > 0) || Number.isNaN(options.races)) throw new Error(USAGE);
  return options;
}

function numbersOf(list: string): number[] {
  return list.split(',').map(Number);
}
