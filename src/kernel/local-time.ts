/**
 * Wall time as people read and type it. Nothing else in the house converts between wall time and UTC,
 * but for the dates of a series in reservations/domain/occurrence-times.ts.
 */
export const HOUSE_TIME_ZONE = 'Europe/Berlin';

export type WallTime = { date: string; time: string };

export type Settled =
  | { kind: 'exact'; instant: Temporal.Instant }
  /** The clocks go back: the wall time happens twice. `instant` is the first of the two. */
  | { kind: 'twice'; instant: Temporal.Instant }
  /** The clocks go forward: the wall time does not exist. */
  | { kind: 'missing' };

/** Which instant a wall time (`2026-12-01`, `18:00`) means in the house's time zone. */
export function settle({ date, time }: WallTime): Settled {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wall.toZonedDateTime(HOUSE_TIME_ZONE, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(HOUSE_TIME_ZONE, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { kind: 'exact', instant: earlier.toInstant() };
  }
  const exists = earlier.toPlainDateTime().equals(wall);
  return exists ? { kind: 'twice', instant: earlier.toInstant() } : { kind: 'missing' };
}

/** When the clocks of the house show a wall time: the first time if twice, right after the change if never. */
export function instantAt(wall: Temporal.PlainDateTime): Temporal.Instant {
  return wall.toZonedDateTime(HOUSE_TIME_ZONE, { disambiguation: 'compatible' }).toInstant();
}

/** The same for a day and a time that may be `24:00`, the end of the day. */
export function instantOf({ date, time }: WallTime): Temporal.Instant {
  const day = Temporal.PlainDate.from(date);
  if (time === '24:00') return startOfDay(day.add({ days: 1 }));
  return instantAt(day.toPlainDateTime(Temporal.PlainTime.from(time)));
}

export function wallTimeOf(instant: Temporal.Instant): WallTime {
  const wall = instant.toZonedDateTimeISO(HOUSE_TIME_ZONE);
  return {
    date: wall.toPlainDate().toString(),
    time: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

export function dateOf(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(HOUSE_TIME_ZONE).toPlainDate();
}

/** The first instant of a calendar day in the house's time zone. */
export function startOfDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(HOUSE_TIME_ZONE).toInstant();
}

const dayFormat = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: HOUSE_TIME_ZONE });
const timeFormat = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', timeZone: HOUSE_TIME_ZONE });

/** „Dienstag, 1. Dezember 2026“ */
export function dayInWords(instant: Temporal.Instant): string {
  return dayFormat.format(instant.epochMilliseconds);
}

/** „1. Januar 2027“, from a calendar day `2027-01-01`. */
export function dateInWords(date: string): string {
  return Temporal.PlainDate.from(date).toLocaleString('de-DE', { dateStyle: 'long' });
}

/** „18:00 Uhr“ */
export function timeInWords(instant: Temporal.Instant): string {
  return `${timeFormat.format(instant.epochMilliseconds)} Uhr`;
}

/** „Dienstag, 1. Dezember 2026, 18:00 bis 20:00 Uhr“ */
export function rangeInWords(range: { start: Temporal.Instant; end: Temporal.Instant }): string {
  const from = timeFormat.format(range.start.epochMilliseconds);
  return `${dayInWords(range.start)}, ${from} bis ${timeInWords(range.end)}`;
}
