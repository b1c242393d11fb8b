import type { TimeRange } from '../../kernel/time-range.js';
import { countOfFirst } from './bisect.js';
import type { LoadLevel, ServerLoad } from './occupancy.js';

/** Above this share of a server's capacity the operator is told. */
export const NEARLY_FULL = 0.7;

/** Why no server can be asked at all: the operator has closed all of them for new dates. */
export type CapacityFault = 'noServerOpen';

/** The most people that a server expects at any instant of a local day. */
export interface DayPeak {
  serverId: string;
  capacity: number;
  date: string;
  people: number;
}

/** A local day on which a server comes near its capacity. */
export interface FullDay {
  serverId: string;
  date: string;
  /** It comes above. */
  isOverfull: boolean;
}

/** The levels that come of people coming (`+8`) and going (`-8`) at instants given as milliseconds since 1970. */
export function levelsOf(changes: readonly (readonly [at: number, people: number])[]): LoadLevel[] {
  const levels: LoadLevel[] = [];
  let people = 0;
  for (const [from, change] of [...changes].sort(([a], [b]) => a - b)) {
    people += change;
    // Whoever leaves and whoever comes at the same instant never meet: only the sum of an instant counts.
    if (levels.at(-1)?.from === from) levels.pop();
    levels.push({ from, people });
  }
  return levels;
}

/** The same server with so many people more for a stretch of time. */
export function withPeople(server: ServerLoad, { start, end }: TimeRange, people: number): ServerLoad {
  const changes = server.levels.map(
    (level, index) => [level.from, level.people - (server.levels[index - 1]?.people ?? 0)] as const,
  );
  const more = [[start.epochMilliseconds, people] as const, [end.epochMilliseconds, -people] as const];
  return { ...server, levels: levelsOf([...changes, ...more]) };
}

/** The most people expected at any instant of `range`. */
export function peakOf(levels: readonly LoadLevel[], { start, end }: TimeRange): number {
  let peak = 0;
  const begun = countOfFirst(levels, ({ from }) => from <= start.epochMilliseconds);
  for (let index = Math.max(0, begun - 1); index < levels.length; index++) {
    const level = levels[index];
    if (!level || level.from >= end.epochMilliseconds) break;
    peak = Math.max(peak, level.people);
  }
  return peak;
}

/** The server with most room left for so many people more, at every instant of `ranges`; undefined when none has any. */
export function chooseServer(
  servers: readonly ServerLoad[],
  ranges: readonly TimeRange[],
  people: number,
): string | undefined {
  const [best] = servers
    .map(({ id, capacity, levels }) => {
      const peaks = ranges.map((range) => peakOf(levels, range));
      return { id, capacity, expected: Math.max(0, ...peaks) + people };
    })
    .sort((a, b) => b.capacity - b.expected - (a.capacity - a.expected));
  if (!best || best.expected > best.capacity) return undefined;
  return best.id;
}

/** Those of these days that an operator has to hear of. */
export function fullDaysOf(peaks: readonly DayPeak[]): FullDay[] {
  return peaks
    .filter(({ people, capacity }) => people / capacity > NEARLY_FULL)
    .map(({ serverId, date, people, capacity }) => ({ serverId, date, isOverfull: people > capacity }));
}
