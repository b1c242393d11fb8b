import { millisOf } from './calendar.js';
import type { Deed } from './history.js';
import type { Content } from './stored.js';

interface Place {
  roomId: string;
  start: number;
  end: number;
}

export function placeOf({ roomId, date, time, minutes }: Content): Place {
  const start = millisOf(date, time);
  return { roomId, start, end: start + minutes * 60_000 };
}

/** Whether a closure closes this room at this time. */
export function isClosed(closure: Deed, place: Place): boolean {
  return closedPartOf(place, closure) !== undefined;
}

/** The part of the time in this room that lies within the closure. */
export function closedPartOf({ roomId, start, end }: Place, { body }: Deed): Place | undefined {
  type Moment = { date: string; time: string };
  const closure = body as { roomId?: string; from: Moment; to: Moment };
  if (closure.roomId !== undefined && closure.roomId !== roomId) return undefined;
  const from = Math.max(start, millisOf(closure.from.date, closure.from.time));
  const to = Math.min(end, millisOf(closure.to.date, closure.to.time));
  return from < to ? { roomId, start: from, end: to } : undefined;
}
