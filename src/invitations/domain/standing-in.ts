/** So long people wait for a representative after the start, before somebody whom the group named may open. */
export const WAIT_FOR_MODERATOR_MINUTES = 10;

/** A date, as somebody finds it who was named. */
export interface WaitingDate {
  start: Temporal.Instant;
  /** When representatives may come. */
  opensAt: Temporal.Instant;
  /** When one came the last time; before the door opened it was to the date as it lay then. */
  moderatorCameAt: Temporal.Instant | undefined;
}

/** Whether somebody whom the group named opens the date, because no representative has come to it. */
export function standsIn({ start, opensAt, moderatorCameAt }: WaitingDate, now: Temporal.Instant): boolean {
  const hasCome = moderatorCameAt !== undefined && Temporal.Instant.compare(moderatorCameAt, opensAt) >= 0;
  const waitedUntil = start.add({ minutes: WAIT_FOR_MODERATOR_MINUTES });
  return !hasCome && Temporal.Instant.compare(now, waitedUntil) >= 0;
}
