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
export function isClosed({ body }: Deed, { roomId, start, end }: Place): boolean {
  type Moment = { date: string; time: string };
  const closure = body as { roomId?: string; from: Moment; to: Moment };
  if (closure.roomId !== undefined && closure.roomId !== roomId) return false;
  const [from, to] = [closure.from, closure.to].map(({ date, time }) => millisOf(date, time));
  return start < (to ?? 0) && end > (from ?? 0);
}
