/** A rule that gives some days, and perhaps more: what it gives too much has to be left out. */
export interface SeriesRule {
  /** As RFC 5545 (3.3.10) writes it. */
  rrule: string;
  /** All days it gives, from the first to the last wanted one. */
  days: readonly Temporal.PlainDate[];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const INTERVALS = [4, 3, 2, 1] as const;
/** Calendar programs agree on the first four of a weekday in a month; a 5th is a last one to some (MS-OXOCAL 2.2.1.44.1.2). */
const PLACES = [1, 2, 3, 4, -1] as const;

/**
 * The rule for days in ascending order, one at least, that gives the fewest days too many. It is made of the days alone,
 * so it fits however a series came about; every program understands it: one place of one weekday in each month, or
 * weekdays every few weeks.
 */
export function ruleOfDays(days: readonly Temporal.PlainDate[]): SeriesRule {
  const rules = [
    ...INTERVALS.map((weeks) => weekly(days, weeks)),
    ...PLACES.map((place) => monthly(days, place)),
  ];
  const fitting = rules.filter((rule) => rule !== undefined).filter((rule) => givesAll(rule, days));
  const [first] = fitting.toSorted((one, other) => one.days.length - other.days.length);
  if (!first) throw new Error('Every week always fits.');
  return { ...first, rrule: `${first.rrule};COUNT=${first.days.length}` };
}

function givesAll(rule: SeriesRule, days: readonly Temporal.PlainDate[]): boolean {
  const given = new Set(rule.days.map(String));
  return days.every((day) => given.has(day.toString()));
}

/** Weeks are counted from Monday (ISO 8601). */
function weekly(days: readonly Temporal.PlainDate[], weeks: number): SeriesRule | undefined {
  const [first, last] = endsOf(days);
  const weekdays = [...new Set(days.map(({ dayOfWeek }) => dayOfWeek))].sort((a, b) => a - b);
  const given: Temporal.PlainDate[] = [];
  let monday = first.subtract({ days: first.dayOfWeek - 1 });
  for (; Temporal.PlainDate.compare(monday, last) <= 0; monday = monday.add({ weeks })) {
    given.push(...weekdays.map((weekday) => monday.add({ days: weekday - 1 })).filter(isWithin(first, last)));
  }
  const byDay = weekdays.map((weekday) => WEEKDAYS[weekday - 1]).join(',');
  return { rrule: `FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=${byDay};WKST=MO`, days: given };
}

function monthly(days: readonly Temporal.PlainDate[], place: number): SeriesRule | undefined {
  const [first, last] = endsOf(days);
  const weekday = first.dayOfWeek;
  const given: Temporal.PlainDate[] = [];
  const end = last.with({ day: 1 });
  for (let month = first.with({ day: 1 }); Temporal.PlainDate.compare(month, end) <= 0;) {
    given.push(placeIn(month, weekday, place));
    month = month.add({ months: 1 });
  }
  const rrule = `FREQ=MONTHLY;BYDAY=${place}${WEEKDAYS[weekday - 1] ?? ''}`;
  return { rrule, days: given.filter(isWithin(first, last)) };
}

function placeIn(month: Temporal.PlainDate, weekday: number, place: number): Temporal.PlainDate {
  const from =
    place === -1 ? month.with({ day: month.daysInMonth - 6 }) : month.add({ days: 7 * (place - 1) });
  return from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
}

function isWithin(first: Temporal.PlainDate, last: Temporal.PlainDate) {
  return (day: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0;
}

function endsOf(days: readonly Temporal.PlainDate[]): [Temporal.PlainDate, Temporal.PlainDate] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new Error('A rule needs a day.');
  return [first, last];
}
