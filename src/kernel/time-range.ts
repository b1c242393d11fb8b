/** A stretch of time `[start, end)` in UTC: the start belongs to it, the end does not, so neighbours touch. */
export interface TimeRange {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

export function overlaps(a: TimeRange, b: TimeRange): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

/** To the millisecond, which is finer than anything the house keeps; a series asks this some thousand times. */
export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return a.epochMilliseconds < b.epochMilliseconds;
}

export function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return isBefore(b, a) ? b : a;
}

export function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return isBefore(a, b) ? b : a;
}

/** From the first beginning to the last end; undefined for none. */
export function spanOf(ranges: readonly TimeRange[]): TimeRange | undefined {
  const [first, ...others] = ranges;
  return (
    first &&
    others.reduce(
      (span, { start, end }) => ({ start: earlier(start, span.start), end: later(end, span.end) }),
      first,
    )
  );
}

export function minutesOf({ start, end }: TimeRange): number {
  return (end.epochMilliseconds - start.epochMilliseconds) / 60_000;
}

/** The instant as RFC 3339 in UTC without fractions of a second when there are none, e.g. `2026-12-01T17:00:00Z`. */
export function toUtc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}

/** The instant so many seconds after 1970 began, to the millisecond: as `extract(epoch FROM …)` tells it. */
export function fromSeconds(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1000));
}

/** A stretch of time between two instants in milliseconds since 1970. */
export function rangeOfMillis(start: number, end: number): TimeRange {
  return {
    start: Temporal.Instant.fromEpochMilliseconds(start),
    end: Temporal.Instant.fromEpochMilliseconds(end),
  };
}

/** A stretch of time that stands in a row as two instants (RFC 3339). */
export function rangeBetween({ startsAt, endsAt }: { startsAt: string; endsAt: string }): TimeRange {
  return { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
}
