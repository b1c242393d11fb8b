import { GRID_MINUTES } from '../../kernel/house-rules.js';
import { instantOf, wallTimeOf } from '../../kernel/local-time.js';
import type { TimeRange } from '../../kernel/time-range.js';

export type Alternative = { roomId: string; roomName: string } | { time: string };

const MOST_TIMES_EACH_SIDE = 2;
/** Nobody chooses among more, and a house may have hundreds. */
export const MOST_ROOMS = 10;

/** The first of the free rooms, ten at most. */
export function roomsToChoose(free: readonly { id: string; name: string }[]): Alternative[] {
  return free.slice(0, MOST_ROOMS).map(({ id, name }) => ({ roomId: id, roomName: name }));
}

/**
 * The free starting times nearest to the wished one, earlier and later, within `window` (one day's opening hours,
 * as far as they still lie ahead). `isFree` is asked about starts in milliseconds since 1970.
 */
export function nearestFreeTimes(
  wished: TimeRange,
  window: TimeRange,
  isFree: (start: number) => boolean,
): Alternative[] {
  const { earlier, later } = startsAround(wished, window);
  const firstFree = (starts: number[]) => {
    const found: number[] = [];
    for (const start of starts) {
      if (found.length === MOST_TIMES_EACH_SIDE) break;
      if (isFree(start) && isNamedByItsTime(start)) found.push(start);
    }
    return found;
  };
  const chosen = [...firstFree(earlier.reverse()).reverse(), ...firstFree(later)];
  return chosen.map((start) => ({ time: wallTimeOf(Temporal.Instant.fromEpochMilliseconds(start)).time }));
}

/** In the hour that comes twice a wall time means the first. */
function isNamedByItsTime(start: number): boolean {
  const wall = wallTimeOf(Temporal.Instant.fromEpochMilliseconds(start));
  return instantOf(wall).epochMilliseconds === start;
}

/** Every start on the grid from which the wished length still fits, in the order of the day, in milliseconds since 1970. */
function startsAround({ start, end }: TimeRange, window: TimeRange) {
  const [wished, length] = [start.epochMilliseconds, end.epochMilliseconds - start.epochMilliseconds];
  const last = window.end.epochMilliseconds - length;
  const starts: number[] = [];
  for (let at = window.start.epochMilliseconds; at <= last; at += GRID_MINUTES * 60_000) starts.push(at);
  return { earlier: starts.filter((at) => at < wished), later: starts.filter((at) => at >= wished) };
}
