import type { TimeRange } from '../../kernel/time-range.js';
import { countOfFirst } from './bisect.js';

/**
 * When something is held or closed: stretches in their order, none touching another, in milliseconds since 1970. A
 * preview asks them some hundred thousand times.
 */
export type BusyTimes = readonly (readonly [start: number, end: number])[];

export function busyTimes(stretches: Iterable<readonly [start: number, end: number]>): BusyTimes {
  const merged: [number, number][] = [];
  for (const [start, end] of [...stretches].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

export function millisOf({ start, end }: TimeRange): readonly [start: number, end: number] {
  return [start.epochMilliseconds, end.epochMilliseconds];
}

/** Whether any of them shares an instant with a range. */
export function isBusy(times: BusyTimes | undefined, range: TimeRange): boolean {
  return isBusyBetween(times, ...millisOf(range));
}

/** The same for a range in milliseconds since 1970. */
export function isBusyBetween(times: BusyTimes | undefined, from: number, to: number): boolean {
  if (!times) return false;
  const begun = countOfFirst(times, ([beginning]) => beginning < to);
  // The last one that begins before the range ends, ends later than all before it.
  return (times[begun - 1]?.[1] ?? 0) > from;
}
