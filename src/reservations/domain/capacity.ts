import { isBefore, overlaps, type TimeRange } from '../../kernel/time-range.js';
import type { LoadStep, ServerLoad } from './occupancy.js';

/** Above this share of a server's capacity the operator is told. */
export const NEARLY_FULL = 0.7;

export type ServerChoice =
  /** The house has no Jitsi server: nothing to run out of. */
  { kind: 'none' } | { kind: 'full' } | { kind: 'found'; serverId: string; isNearlyFull: boolean };

/** The most people expected at any instant of `range`. */
export function peakOf(steps: readonly LoadStep[], range: TimeRange): number {
  const inTime = [...steps].sort((a, b) => Temporal.Instant.compare(a.at, b.at));
  let now = 0;
  let peak = 0;
  for (const [index, { at, people }] of inTime.entries()) {
    now += people;
    const next = inTime[index + 1]?.at;
    // Whoever leaves and whoever comes at the same instant never meet: the sum counts once the instant is complete.
    if (next?.equals(at)) continue;
    const until = next ?? range.end;
    if (isBefore(at, until) && overlaps({ start: at, end: until }, range)) peak = Math.max(peak, now);
  }
  return peak;
}

/** The server with most room left for so many people more, at every instant of `range`. */
export function chooseServer(servers: readonly ServerLoad[], range: TimeRange, people: number): ServerChoice {
  if (servers.length === 0) return { kind: 'none' };
  const [best] = servers
    .map(({ id, capacity, steps }) => ({ id, capacity, expected: peakOf(steps, range) + people }))
    .sort((a, b) => b.capacity - b.expected - (a.capacity - a.expected));
  if (!best || best.expected > best.capacity) return { kind: 'full' };
  return { kind: 'found', serverId: best.id, isNearlyFull: best.expected > NEARLY_FULL * best.capacity };
}
