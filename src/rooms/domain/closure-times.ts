import { instantAt } from '../../kernel/local-time.js';
import { overlaps, type TimeRange } from '../../kernel/time-range.js';

/** Wall times of the house, `2026-12-24T00:00`. */
export interface ClosureTimes {
  startsAt: string;
  endsAt: string;
  isYearly: boolean;
}

/**
 * When a closure closes within a stretch of time. A yearly one begins with its first year and never ends; the 29th of
 * February becomes the 28th where there is none.
 */
export function closedRanges({ startsAt, endsAt, isYearly }: ClosureTimes, between: TimeRange): TimeRange[] {
  const start = Temporal.PlainDateTime.from(startsAt);
  const end = Temporal.PlainDateTime.from(endsAt);
  if (!isYearly) return within([{ start: instantAt(start), end: instantAt(end) }], between);
  const lastYear = between.end.toZonedDateTimeISO('UTC').year + 1;
  // A closure over the turn of the year may have begun the year before.
  const firstYear = Math.max(start.year, between.start.toZonedDateTimeISO('UTC').year - 2);
  const ranges: TimeRange[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const years = year - start.year;
    ranges.push({ start: instantAt(start.add({ years })), end: instantAt(end.add({ years })) });
  }
  return within(ranges, between);
}

function within(ranges: TimeRange[], between: TimeRange): TimeRange[] {
  return ranges.filter((range) => overlaps(range, between));
}
