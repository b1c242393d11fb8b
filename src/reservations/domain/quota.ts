import { mondayOf } from '../../kernel/local-time.js';
import { isBefore, minutesOf, overlaps, type TimeRange } from '../../kernel/time-range.js';
import type { OwnDate } from './occupancy.js';

/** What one group may hold, as its contact point has set it. */
export interface Quota {
  mostRoomsAtOnce: number;
  mostWeeklyMinutes: number;
}

/** For a meeting that runs: nobody is sent home for the quota. */
export const NO_QUOTA: Quota = { mostRoomsAtOnce: Infinity, mostWeeklyMinutes: Infinity };

export type QuotaFault = 'tooManyRoomsAtOnce' | 'tooManyHoursAWeek';

/** Which share of the house a group would exceed with one more date, or undefined. */
export function quotaFaultOf(
  range: TimeRange,
  own: readonly OwnDate[],
  quota: Quota,
): QuotaFault | undefined {
  if (roomsAtOnce(range, own) + 1 > quota.mostRoomsAtOnce) return 'tooManyRoomsAtOnce';
  return minutesOfWeek(range, own) + minutesOf(range) > quota.mostWeeklyMinutes
    ? 'tooManyHoursAWeek'
    : undefined;
}

/** The most own dates that run at any instant of `range`; that can only change where one of them begins. */
function roomsAtOnce(range: TimeRange, own: readonly OwnDate[]): number {
  const beside = own.filter((date) => overlaps(date.range, range));
  const counts = beside.map(({ range: { start } }) => {
    const moment = isBefore(start, range.start) ? range.start : start;
    return beside.filter((date) => !isBefore(moment, date.range.start) && isBefore(moment, date.range.end))
      .length;
  });
  return Math.max(0, ...counts);
}

/** A date belongs to the week, Monday to Sunday, in which it begins by the clocks of the house. */
function minutesOfWeek({ start }: TimeRange, own: readonly OwnDate[]): number {
  const week = mondayOf(start);
  return own.reduce((sum, date) => (date.week === week ? sum + date.minutes : sum), 0);
}

/** A date that a group holds; `minutes` when not all of it counts for the week. */
export function ownDate(range: TimeRange, minutes = minutesOf(range)): OwnDate {
  return { range, minutes, week: mondayOf(range.start) };
}
