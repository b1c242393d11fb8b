import { GRID_MINUTES } from '../../kernel/house-rules.js';
import { wallTimeOf } from '../../kernel/local-time.js';
import { isBefore, overlaps, type TimeRange } from '../../kernel/time-range.js';

export interface RoomDay {
  id: string;
  name: string;
  taken: readonly TimeRange[];
}

export type Alternative = { roomId: string; roomName: string } | { time: string };

const MOST_TIMES_EACH_SIDE = 2;

/** The other rooms that are free at the wished time, in the order given. */
export function freeRooms(wished: TimeRange, rooms: readonly RoomDay[]): Alternative[] {
  return rooms
    .filter(({ taken }) => !taken.some((range) => overlaps(range, wished)))
    .map(({ id, name }) => ({ roomId: id, roomName: name }));
}

/**
 * The free starting times nearest to the wished one, earlier and later, within `window` (one day's opening hours,
 * as far as they still lie ahead).
 */
export function nearestFreeTimes(
  wished: TimeRange,
  taken: readonly TimeRange[],
  window: TimeRange,
): Alternative[] {
  const length = wished.start.until(wished.end);
  const starts: Temporal.Instant[] = [];
  for (
    let start = window.start;
    !isBefore(window.end, start.add(length));
    start = start.add({ minutes: GRID_MINUTES })
  ) {
    const range = { start, end: start.add(length) };
    if (!taken.some((other) => overlaps(other, range))) starts.push(start);
  }
  const isEarlier = (start: Temporal.Instant) => isBefore(start, wished.start);
  const earlier = starts.filter(isEarlier).slice(-MOST_TIMES_EACH_SIDE);
  const later = starts.filter((start) => !isEarlier(start)).slice(0, MOST_TIMES_EACH_SIDE);
  return [...earlier, ...later].map((start) => ({ time: wallTimeOf(start).time }));
}
