import { now } from '../api/house-clock.js';

/**
 * Wall time of the house. Everything a person reads or types is Europe/Berlin, wherever the device is.
 * Built on Intl because browsers may lack Temporal.
 */
const ZONE = 'Europe/Berlin';
const DAY = 86_400_000;

export interface WallTime {
  date: string;
  time: string;
}

const wallFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

export function wallTimeOf(instant: string | number): WallTime {
  const parts = wallFormat.formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return {
    // While a year is typed it may be 0002, which Intl calls 2.
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** Milliseconds of a wall time. In the doubled hour of autumn the first; in the missing hour of spring one later. */
export function instantOf({ date, time }: WallTime): number {
  const asUtc = utcOf({ date, time });
  const candidates = [asUtc - DAY, asUtc + DAY].map((near) => asUtc - offsetAt(near));
  const fitting = candidates.find((candidate) => utcOf(wallTimeOf(candidate)) === asUtc);
  return fitting ?? candidates[0] ?? asUtc;
}

export function today(instant: number = now()): string {
  return wallTimeOf(instant).date;
}

export function addDays(date: string, days: number): string {
  return isoDate(new Date(Date.parse(date) + days * DAY));
}

export function addMonths(date: string, months: number): string {
  const moved = new Date(Date.parse(date));
  const day = moved.getUTCDate();
  moved.setUTCMonth(moved.getUTCMonth() + months);
  // 31 January plus one month is the last of February, not the third of March.
  if (moved.getUTCDate() !== day) moved.setUTCDate(0);
  return isoDate(moved);
}

export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

export function timeOf(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const utcOf = ({ date, time }: WallTime): number => Date.parse(`${date}T${time}:00Z`);

const offsetAt = (instant: number): number =>
  utcOf(wallTimeOf(instant)) - Math.floor(instant / 60_000) * 60_000;

const isoDate = (day: Date): string => day.toISOString().slice(0, 10);
