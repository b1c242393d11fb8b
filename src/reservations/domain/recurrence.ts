import {
  faultOfRepeat,
  LAST_YEAR,
  MOST_SERIES_DATES,
  readDate,
  WEEKDAYS,
  type MonthlyRepeat,
  type Repeat,
  type SeriesFault,
  type WeeklyRepeat,
} from './recurrence-rule.js';

/** One date of a series. A skipped one belongs to it and counts, but nobody meets: it is shown as left out. */
export interface SeriesDate {
  date: Temporal.PlainDate;
  isSkipped: boolean;
}

export type SeriesDates = { kind: 'expanded'; dates: SeriesDate[] } | { kind: 'refused'; fault: SeriesFault };

/**
 * The dates of a series, ascending, none before `start`; `start` itself only if the rule meets it.
 * Never throws. At most 53 dates are looked for, which in no rule lie further than 17 weeks apart.
 */
export function datesOf(start: Temporal.PlainDate, repeat: Repeat): SeriesDates {
  const first = start.withCalendar('iso8601');
  const fault = faultOfRepeat(first, repeat);
  if (fault) return { kind: 'refused', fault };
  const dates = takeDates(first, repeat);
  return typeof dates === 'string' ? { kind: 'refused', fault: dates } : skipped(dates, repeat.skip ?? []);
}

function takeDates(start: Temporal.PlainDate, repeat: Repeat): Temporal.PlainDate[] | SeriesFault {
  const candidates = repeat.kind === 'weekly' ? weeklyFrom(start, repeat) : monthlyFrom(start, repeat);
  const isOver = endOf(repeat);
  const dates: Temporal.PlainDate[] = [];
  for (const date of candidates) {
    if (Temporal.PlainDate.compare(date, start) < 0) continue;
    if (isOver(date, dates.length)) break;
    if (date.year > LAST_YEAR) return 'beyondCalendar';
    if (dates.length === MOST_SERIES_DATES) return 'tooManyDates';
    dates.push(date);
  }
  return dates;
}

/** Whether a series ends before `date`, when it has `found` dates already. */
function endOf({ count, until }: Repeat): (date: Temporal.PlainDate, found: number) => boolean {
  const last = readDate(until ?? '');
  return last ? (date) => Temporal.PlainDate.compare(date, last) > 0 : (_, found) => found === count;
}

function skipped(dates: readonly Temporal.PlainDate[], skip: readonly string[]): SeriesDates {
  const left = new Set(skip);
  const isSkipped = (date: Temporal.PlainDate) => left.size > 0 && left.has(date.toString());
  const all = dates.map((date) => ({ date, isSkipped: isSkipped(date) }));
  if (all.every((each) => each.isSkipped)) return { kind: 'refused', fault: 'noDates' };
  return { kind: 'expanded', dates: all };
}

/** Without an end, from the Monday of the start's week on: whoever asks stops and drops what lies before. */
function* weeklyFrom(start: Temporal.PlainDate, { interval, weekdays }: WeeklyRepeat) {
  const fromMonday = weekdays
    ? [...new Set(weekdays)].map((weekday) => WEEKDAYS.indexOf(weekday)).sort((a, b) => a - b)
    : [start.dayOfWeek - 1];
  let monday = start.subtract({ days: start.dayOfWeek - 1 });
  for (;;) {
    for (const days of fromMonday) yield monday.add({ days });
    monday = monday.add({ weeks: interval });
  }
}

/** Without an end, from the first day of the start's month on. */
function* monthlyFrom(start: Temporal.PlainDate, { nth, weekday }: MonthlyRepeat) {
  const wanted = [...new Set(nth)];
  let first = start.with({ day: 1 });
  for (;;) {
    const days = (WEEKDAYS.indexOf(weekday) + 1 - first.dayOfWeek + 7) % 7;
    const inMonth = Math.ceil((first.daysInMonth - days) / 7);
    const hits = new Set(wanted.map((each) => (each === 'last' ? inMonth : each)));
    for (const hit of [...hits].filter((each) => each <= inMonth).sort((a, b) => a - b)) {
      yield first.add({ days: days + 7 * (hit - 1) });
    }
    first = first.add({ months: 1 });
  }
}
