import { happensTwice, instantAt, instantOf, wallTimeOf } from '../../kernel/local-time.js';
import { minutesOf, type TimeRange } from '../../kernel/time-range.js';
import { ruleOfDays } from './series-rule.js';

/** A date of a series as its entry in a calendar sees it; `seriesDate` is its name, the day that the rule gave. */
export interface SeriesDate {
  id: string;
  seriesDate: string;
  range: TimeRange;
  isPlanned: boolean;
}

/**
 * How the dates of a series lie as a rule: so many days from their names, at this wall time, so many minutes long. It
 * says what each date is called in a calendar (RECURRENCE-ID), and holds until the whole entry is told anew.
 */
export interface Grid {
  days: number;
  time: string;
  minutes: number;
}

/** The one entry of a series in a calendar. */
export interface SeriesEntry {
  /** Where the rule begins. */
  first: TimeRange;
  rrule: string;
  leftOut: readonly Temporal.Instant[];
  /** Dates at another time than the rule's. */
  changed: readonly { replaces: Temporal.Instant; range: TimeRange }[];
}

/** A rule of theirs would give, once a year, a time that is not there, or one that comes twice. */
const CHANGING_HOUR = /^02:/;
const NOON = '12:00';

/** As most of the dates lie; of those that take place, if any does. At noon, where the clocks change: no date keeps to it. */
export function gridOf(dates: readonly SeriesDate[]): Grid {
  const planned = dates.filter(({ isPlanned }) => isPlanned);
  const grids = (planned.length > 0 ? planned : dates).map(placeOf);
  const alike = Map.groupBy(grids, (grid) => JSON.stringify(grid));
  const [[most] = []] = [...alike.values()].sort((one, other) => other.length - one.length);
  if (!most) throw new Error('A series has a date.');
  return CHANGING_HOUR.test(most.time) ? { ...most, time: NOON } : most;
}

/** When a date would take place by the rule. */
export function slotOf({ days, time, minutes }: Grid, seriesDate: string): TimeRange {
  const start = instantOf({ date: dayOf(seriesDate, days).toString(), time });
  return { start, end: start.add({ minutes }) };
}

/** The entry that shows the planned dates and nothing else; undefined when none is planned. */
export function seriesEntryOf(dates: readonly SeriesDate[], grid: Grid): SeriesEntry | undefined {
  const planned = dates
    .filter(({ isPlanned }) => isPlanned)
    .toSorted((one, other) => one.seriesDate.localeCompare(other.seriesDate));
  const [first] = planned;
  if (!first) return undefined;
  const days = planned.map(({ seriesDate }) => dayOf(seriesDate, grid.days));
  const rule = ruleOfDays(days);
  const wanted = new Set(days.map(String));
  const tooMany = rule.days.map(String).filter((day) => !wanted.has(day));
  const begins = onTheWall(first.seriesDate, grid);
  return {
    first: begins,
    rrule: rule.rrule,
    leftOut: tooMany.map((date) => instantOf({ date, time: grid.time })),
    changed: planned
      // A length that programs misread is misread for each date of the rule: then none is left to it.
      .filter((date) => isMisread(begins, grid) || !isOnGrid(date, grid))
      .map(({ seriesDate, range }) => ({ replaces: slotOf(grid, seriesDate).start, range })),
  };
}

function isOnGrid({ seriesDate, range }: SeriesDate, grid: Grid): boolean {
  const { start, end } = onTheWall(seriesDate, grid);
  return range.start.equals(start) && range.end.equals(end) && !isMisread(range, grid);
}

/** Where the clocks change in between, leave out one of its ends or show it twice, programs read a rule differently. */
function isMisread(range: TimeRange, { minutes }: Grid): boolean {
  const { start, end } = range;
  if (happensTwice(start) || happensTwice(end)) return true;
  const shown = clockAt(start).until(clockAt(end)).total('minutes');
  return minutesOf(range) !== minutes || shown !== minutes;
}

function clockAt(instant: Temporal.Instant): Temporal.PlainDateTime {
  const { date, time } = wallTimeOf(instant);
  return Temporal.PlainDateTime.from(`${date}T${time}`);
}

/** By the clock on the wall, at both ends. */
function onTheWall(seriesDate: string, { days, time, minutes }: Grid): TimeRange {
  const start = dayOf(seriesDate, days).toPlainDateTime(time);
  return { start: instantAt(start), end: instantAt(start.add({ minutes })) };
}

function placeOf({ seriesDate, range }: SeriesDate): Grid {
  const { date, time } = wallTimeOf(range.start);
  const days = Temporal.PlainDate.from(seriesDate).until(Temporal.PlainDate.from(date)).days;
  return { days, time, minutes: minutesOf(range) };
}

function dayOf(seriesDate: string, days: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(seriesDate).add({ days });
}
