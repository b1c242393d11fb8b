// How often a group meets, as it is typed and stored. The names of the weekdays are those of RFC 5545, 3.3.10.

/** Monday first, as in ISO 8601: the place in this list is Temporal's `dayOfWeek` less one. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Which one of its kind within a month. A month without a 5th is passed over. */
export const NTHS = [1, 2, 3, 4, 5, 'last'] as const;
export type Nth = (typeof NTHS)[number];

/** From one week with meetings to the next, in weeks: 4 is every fourth week. */
export const LONGEST_INTERVAL = 4;
export const MOST_SERIES_DATES = 52;
/** How far `until` may lie after the start. */
export const LONGEST_SERIES_MONTHS = 24;
/** Nobody plans beyond; it keeps typing errors in the year out of the calendar. */
export const LAST_YEAR = 2199;

/** Exactly one of the two: how many dates, skipped ones included, or the last possible date (`2027-06-30`). */
interface SeriesEnd {
  count?: number;
  until?: string;
  /** Dates that are left out, `2027-07-20`; those that are not in the series are passed over. */
  skip?: readonly string[];
}

/** `interval` counts ISO weeks from the week of the start. Without `weekdays` it is the weekday of the start. */
export interface WeeklyRepeat extends SeriesEnd {
  kind: 'weekly';
  interval: number;
  weekdays?: readonly Weekday[];
}

export interface MonthlyRepeat extends SeriesEnd {
  kind: 'monthly';
  nth: readonly Nth[];
  weekday: Weekday;
}

export type Repeat = WeeklyRepeat | MonthlyRepeat;

/** A series as it was wished or last moved as a whole: its first date and wall time, length in minutes, rule. */
export interface SeriesRule {
  date: string;
  time: string;
  minutes: number;
  repeat: Repeat;
  /** How many days from the rule's days people meet, when all were moved and no rule says so. */
  movedDays?: number;
  /** The first day it holds for, when dates before it were left as they were. */
  since?: string;
}

export type SeriesFault =
  /** A number or weekday that a rule cannot have. */
  | 'unreadable'
  /** An empty list of weekdays. */
  | 'noWeekday'
  /** An empty list of nth. */
  | 'noNth'
  | 'noEnd'
  | 'twoEnds'
  /** A last day that is none. */
  | 'noSuchDay'
  | 'untilBeforeStart'
  | 'untilTooFar'
  /** Nothing is left to meet on. */
  | 'noDates'
  | 'tooManyDates'
  | 'beyondCalendar';

/** What can be said against a rule before its dates are known; `start` has the ISO calendar. */
export function faultOfRepeat(start: Temporal.PlainDate, repeat: Repeat): SeriesFault | undefined {
  if (start.year < 1 || start.year > LAST_YEAR) return 'beyondCalendar';
  const fault = repeat.kind === 'weekly' ? faultOfWeekly(repeat) : faultOfMonthly(repeat);
  return fault ?? faultOfEnd(start, repeat);
}

function faultOfWeekly({ interval, weekdays }: WeeklyRepeat): SeriesFault | undefined {
  if (!Number.isInteger(interval) || interval < 1 || interval > LONGEST_INTERVAL) return 'unreadable';
  if (weekdays?.length === 0) return 'noWeekday';
  return weekdays?.every((weekday) => WEEKDAYS.includes(weekday)) === false ? 'unreadable' : undefined;
}

function faultOfMonthly({ nth, weekday }: MonthlyRepeat): SeriesFault | undefined {
  if (nth.length === 0) return 'noNth';
  const isReadable = WEEKDAYS.includes(weekday) && nth.every((each) => NTHS.includes(each));
  return isReadable ? undefined : 'unreadable';
}

function faultOfEnd(start: Temporal.PlainDate, { count, until }: SeriesEnd): SeriesFault | undefined {
  if (count !== undefined && until !== undefined) return 'twoEnds';
  if (count !== undefined) return faultOfCount(count);
  return until === undefined ? 'noEnd' : faultOfUntil(start, until);
}

function faultOfCount(count: number): SeriesFault | undefined {
  if (!Number.isInteger(count)) return 'unreadable';
  if (count < 1) return 'noDates';
  return count > MOST_SERIES_DATES ? 'tooManyDates' : undefined;
}

function faultOfUntil(start: Temporal.PlainDate, until: string): SeriesFault | undefined {
  const last = readDate(until);
  if (!last) return 'noSuchDay';
  if (Temporal.PlainDate.compare(last, start) < 0) return 'untilBeforeStart';
  const furthest = start.add({ months: LONGEST_SERIES_MONTHS });
  return Temporal.PlainDate.compare(last, furthest) > 0 ? 'untilTooFar' : undefined;
}

/** A date written `2027-06-30` and in no other way, or undefined. */
export function readDate(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
