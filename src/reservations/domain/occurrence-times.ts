import { settle } from '../../kernel/local-time.js';
import type { TimeRange } from '../../kernel/time-range.js';

/** When a group wants to meet: local wall time and length in minutes. */
export interface WishedTime {
  date: string;
  time: string;
  minutes: number;
}

export type OccurrenceTimes =
  | { kind: 'settled'; range: TimeRange; isFirstOfTwo: boolean }
  /** The clocks are put forward over this wall time. */
  | { kind: 'missing' };

/** Turns wall time into UTC. The length is real time: two hours last two hours, also in the night of the change. */
export function timesOf({ date, time, minutes }: WishedTime): OccurrenceTimes {
  const settled = settle({ date, time });
  if (settled.kind === 'missing') return settled;
  const range = { start: settled.instant, end: settled.instant.add({ minutes }) };
  return { kind: 'settled', range, isFirstOfTwo: settled.kind === 'twice' };
}
