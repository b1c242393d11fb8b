// Wall time of the house, worked out anew: the checks must not believe the code they check.

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const ZONE = 'Europe/Berlin';

export function weekdayOf(day: string): string {
  return WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';
}

export function millisOf(date: string, time: string): number {
  if (time === '24:00') return millisOf(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), '00:00');
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ZONE).epochMilliseconds;
}

export function wallTimeOf(millis: number): { date: string; time: string } {
  const wall = new Date(millis).toLocaleString('sv-SE', { timeZone: ZONE });
  return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** The Monday of the local week. */
export function weekOf(millis: number): string {
  const day = Temporal.PlainDate.from(wallTimeOf(millis).date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

export interface WeeklyRule {
  interval: number;
  count: number;
  weekdays?: string[];
}

/** Day after day from the start: is its week a meeting week, and its weekday one of those wished? */
export function weeklyDays(start: string, { interval, count, weekdays }: WeeklyRule): string[] {
  const wanted = weekdays ?? [weekdayOf(start)];
  const days: string[] = [];
  const first = Temporal.PlainDate.from(start);
  const offset = first.dayOfWeek - 1;
  for (let day = 0; days.length < count && day < 1000; day++) {
    const date = first.add({ days: day }).toString();
    const week = Math.floor((day + offset) / 7);
    if (week % interval === 0 && wanted.includes(weekdayOf(date))) days.push(date);
  }
  return days;
}
