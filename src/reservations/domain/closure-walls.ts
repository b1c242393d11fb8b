import type { WallTime } from '../../kernel/local-time.js';

/** `2026-12-24T18:00` for what somebody typed; `24:00` is the beginning of the next day. */
export function toWall({ date, time }: WallTime): string {
  return time === '24:00' ? `${dayAfter(date, 1)}T00:00` : `${date}T${time}`;
}

/** The way back, for where something begins. */
export function startOfWall(wall: string): WallTime {
  return { date: wall.slice(0, 10), time: wall.slice(11) };
}

/** The way back, for where something ends: midnight belongs to the day before, as people say it. */
export function endOfWall(wall: string): WallTime {
  const { date, time } = startOfWall(wall);
  return time === '00:00' ? { date: dayAfter(date, -1), time: '24:00' } : { date, time };
}

function dayAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
