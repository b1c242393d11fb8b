import { instantAt } from '../../kernel/local-time.js';
import { isBefore, overlaps, type TimeRange } from '../../kernel/time-range.js';

/** Wall times of the house, `2026-12-24T00:00`. */
export interface ClosureTimes {
  startsAt: string;
  endsAt: string;
  isYearly: boolean;
}

/** What was decided about the dates that a closure hits, when it was last saved. */
export interface ClosureDecision {
  /** The instant of that saving, if they were left standing; otherwise null. */
  leavesDatesSince: string | null;
}

/** The same as calendar values. */
interface Wall {
  start: Temporal.PlainDateTime;
  end: Temporal.PlainDateTime;
}

/**
 * When a closure closes within a stretch of time. A yearly one begins with its first year and never ends; the 29th of
 * February becomes the 28th where there is none.
 */
export function closedRanges({ startsAt, endsAt, isYearly }: ClosureTimes, between: TimeRange): TimeRange[] {
  const wall = { start: Temporal.PlainDateTime.from(startsAt), end: Temporal.PlainDateTime.from(endsAt) };
  if (!isYearly) return within([rangeOf(wall)], between);
  const lastYear = between.end.toZonedDateTimeISO('UTC').year + 1;
  // A closure over the turn of the year may have begun the year before.
  const firstYear = Math.max(wall.start.year, between.start.toZonedDateTimeISO('UTC').year - 2);
  const ranges: TimeRange[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    ranges.push(rangeOf(yearsLater(wall, year - wall.start.year)));
  }
  return within(ranges, between);
}

/**
 * Those of the closures that keep a date from coming back that its group called off then; all of them for any other
 * wish. One that had left it standing before does not.
 */
export function closuresAgainst<Closure extends ClosureDecision>(
  closures: readonly Closure[],
  calledOffAt: Temporal.Instant | undefined,
): readonly Closure[] {
  if (!calledOffAt) return closures;
  return closures.filter(
    ({ leavesDatesSince: since }) => since === null || !isBefore(Temporal.Instant.from(since), calledOffAt),
  );
}

/** The last minute is what moves: so midnight after the 28th of February stays there when there is no 29th. */
function yearsLater(wall: Wall, years: number): Wall {
  const start = wall.start.add({ years });
  const end = wall.end.subtract({ minutes: 1 }).add({ years }).add({ minutes: 1 });
  // The night from the 28th to the 29th is then the one after the 28th.
  const isTurned = Temporal.PlainDateTime.compare(start, end) >= 0;
  return { start, end: isTurned ? end.add({ days: 1 }) : end };
}

function rangeOf({ start, end }: Wall): TimeRange {
  return { start: instantAt(start), end: instantAt(end) };
}

/** Half of the hour that the clocks skip begins after its end, and closes nothing. */
function within(ranges: TimeRange[], between: TimeRange): TimeRange[] {
  return ranges.filter((range) => isBefore(range.start, range.end) && overlaps(range, between));
}
