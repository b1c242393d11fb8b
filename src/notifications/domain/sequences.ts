// The sequence of a mail's row tells mails of one kind about one thing apart.

/** Day 0; SQL counts from it, too. */
export const FIRST_DAY = Temporal.PlainDate.from('2000-01-01');

/**
 * Of a mail that belongs to the time it speaks of, in minutes: a date that is moved is told of again, one that is restored
 * is not.
 */
export function sequenceOf(start: Temporal.Instant): number {
  return Math.floor(start.epochMilliseconds / 60_000);
}

/** Of a mail that belongs to a day, in days. */
export function sequenceOfDay(day: Temporal.PlainDate): number {
  return FIRST_DAY.until(day).days;
}

/** The day again. */
export function dayOf(sequence: number): Temporal.PlainDate {
  return FIRST_DAY.add({ days: sequence });
}
