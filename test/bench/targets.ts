import { median } from './measure.ts';
import type { Race } from './races.ts';
import type { Result } from './rounds.ts';

export interface Facts {
  results: Result[];
  races: Race[];
  /** Milliseconds. */
  starts: number[];
  /** Megabytes. */
  peaks: number[];
  growth: number | undefined;
}

interface Target {
  what: string;
  unit?: string;
  good: number;
  extraordinary: number;
  /** Smaller is better. */
  isLimit?: boolean;
  /** Undefined when it was not measured. */
  value: (facts: Facts) => number | undefined;
}

type Field = 'rate' | 'p50';

/** One line against another at a number of clients, in the size where it stands worst. */
function against(
  line: string,
  other: string,
  of: { clients: number; field?: Field; factor?: number; size?: number },
) {
  const { clients, field = 'rate', factor = 1 } = of;
  return ({ results }: Facts): number | undefined => {
    const ratios = results
      .filter((result) => result.line === line && result.clients === clients)
      .filter(({ size }) => of.size === undefined || size === of.size)
      .map(({ size, measure }) => {
        const beside = results.find(
          (each) => each.line === other && each.clients === clients && each.size === size,
        );
        return beside && measure[field] / (beside.measure[field] * factor);
      })
      // A round in which nothing was answered says nothing about the other.
      .filter((ratio): ratio is number => ratio !== undefined && Number.isFinite(ratio) && ratio > 0);
    return ratios.length > 0 ? (field === 'rate' ? Math.min : Math.max)(...ratios) : undefined;
  };
}

/** One line by itself, in the size where it stands worst. */
function worst(line: string, { clients, field }: { clients: number; field: Field }) {
  return ({ results }: Facts): number | undefined => {
    const found = results.filter((each) => each.line === line && each.clients === clients);
    const values = found.map(({ measure }) => measure[field]);
    return values.length > 0 ? (field === 'rate' ? Math.min : Math.max)(...values) : undefined;
  };
}

const RESERVE = 'reserve one date';
const THREE = '  floor: three inserts as one CTE, pgbench';

const targets: Target[] = [
  {
    what: 'reserve, 32 clients : pgbench three-insert CTE',
    good: 0.2,
    extraordinary: 0.35,
    value: against(RESERVE, THREE, { clients: 32 }),
  },
  {
    what: 'reserve, 32 clients : bare Nest-fastify + one insert',
    good: 0.4,
    extraordinary: 0.65,
    value: against(RESERVE, '  floor: bare Nest-fastify + one insert', { clients: 32 }),
  },
  {
    what: 'reserve, p50, 1 client : pgbench CTE p50',
    unit: '×',
    good: 6,
    extraordinary: 3,
    isLimit: true,
    value: against(RESERVE, THREE, { clients: 1, field: 'p50' }),
  },
  {
    what: 'availability day × 20 rooms : bare passing JSON',
    good: 0.4,
    extraordinary: 0.65,
    value: against('availability: day × 20 rooms', '  floor: bare Nest-fastify, same JSON', { clients: 32 }),
  },
  {
    what: 'availability day × 200 rooms : bare passing JSON',
    good: 0.4,
    extraordinary: 0.7,
    value: against('availability: day × 200 rooms', '  floor: bare Nest-fastify, same JSON (200)', {
      clients: 32,
    }),
  },
  {
    what: 'bookings/s at the largest : at the smallest size',
    good: 0.7,
    extraordinary: 0.8,
    value: ({ growth }) => growth,
  },
  {
    what: 'refused (409) : accepted, 32 clients',
    good: 1,
    extraordinary: 1.3,
    value: against('refused: room taken (409)', 'reserve one date (beside refusals)', { clients: 32 }),
  },
  {
    what: 'one hot room : spread over 1,000 rooms, 32 clients',
    good: 0.5,
    extraordinary: 0.7,
    value: against('one hot room', 'spread over 1,000 rooms', { clients: 32 }),
  },
  {
    what: '52-date series : time of 52 single bookings',
    good: 0.3,
    extraordinary: 0.1,
    isLimit: true,
    value: against('52-date series', RESERVE, { clients: 1, field: 'p50', factor: 52 }),
  },
  {
    what: 'list of 400 slots for the guard, p50, 1 client',
    unit: 'ms',
    good: 50,
    extraordinary: 25,
    isLimit: true,
    value: worst('slot guard: list of 400 slots', { clients: 1, field: 'p50' }),
  },
  {
    what: 'entries a second, 8 clients',
    good: 50,
    extraordinary: 150,
    value: worst('enter a meeting', { clients: 8, field: 'rate' }),
  },
  {
    what: 'memory of the house under load',
    unit: 'MB',
    good: 200,
    extraordinary: 160,
    isLimit: true,
    value: ({ peaks }) => (peaks.length ? Math.max(...peaks) : undefined),
  },
  {
    what: 'cold start to first 200',
    unit: 'ms',
    good: 2500,
    extraordinary: 1500,
    isLimit: true,
    value: ({ starts }) => (starts.length ? median(starts) : undefined),
  },
];

export function showTargets(facts: Facts): void {
  console.log(
    `\n== Targets (the worst of the sizes)\n${'what'.padEnd(58)}${'measured'.padStart(12)}   good  extraordinary`,
  );
  for (const target of targets) {
    const value = target.value(facts);
    const { what, unit = '', good, extraordinary } = target;
    const shown =
      value === undefined ? 'not measured' : `${value.toFixed(value < 20 ? 2 : 0)} ${unit}`.trim();
    console.log(
      `${what.padEnd(58)}${shown.padStart(12)}  ${String(good).padStart(5)}  ${String(extraordinary).padStart(13)}   ${judged(target, value)}`,
    );
  }
  for (const race of facts.races) console.log(raceInWords(race));
}

function judged({ good, extraordinary, isLimit }: Target, value: number | undefined): string {
  if (value === undefined) return '';
  const reaches = (limit: number) => (isLimit ? value <= limit : value >= limit);
  if (reaches(extraordinary)) return 'extraordinary';
  return reaches(good) ? 'good' : 'MISSED';
}

const RACES = {
  twenty: 'race of 50 for one slot, 20 rooms',
  thousand: 'race of 50 for one slot, 1,000 rooms',
  pool: 'pool race, 50 takers of 20 rooms',
};

/** Correctness first, then the worst wait. */
function raceInWords({ about, size, accepted, statuses, worstMs, middleMs, deadlocks }: Race): string {
  const [expected, limit] = about === 'pool' ? [20, 150] : [1, 100];
  const right = accepted.filter((count) => count === expected).length;
  const faults = Object.entries(statuses).filter(([status]) => Number(status) >= 500);
  const isGood = right === accepted.length && faults.length === 0;
  const isExtraordinary = isGood && worstMs <= limit && deadlocks === 0;
  const verdict = isExtraordinary ? 'extraordinary' : isGood ? 'good' : 'MISSED';
  const name = RACES[about];
  return `${name}, ${size} dates: ${expected} accepted in ${right} of ${accepted.length} rounds, ${JSON.stringify(statuses)}, worst reply ${Math.round(worstMs)} ms (of the middle round ${Math.round(middleMs)} ms; limit ${limit}), ${deadlocks} deadlocks   ${verdict}`;
}
