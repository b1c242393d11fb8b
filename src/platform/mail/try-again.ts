const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** From one try of a mail to the next, as RFC 5321 section 4.5.4.1 advises: short at first, then hours apart. */
const GAPS = [1, 2, 4, 8, 15, 30, 60, 120].map((minutes) => minutes * MINUTE);
const LONGEST_GAP = 4 * HOUR;
const GIVEN_UP_AFTER = 72 * HOUR;

/** While nobody reaches the mail server, one connection after each of these tries it for all mails together. */
const RESTS = [1, 2].map((minutes) => minutes * MINUTE);
const LONGEST_REST = 5 * MINUTE;

/** When a mail that was refused for now is tried again; undefined when it has been tried for long enough. */
export function nextTryOf(firstTryAt: number, now: number, failures: number): number | undefined {
  const end = firstTryAt + GIVEN_UP_AFTER;
  if (now >= end) return undefined;
  return Math.min(now + (GAPS[failures - 1] ?? LONGEST_GAP), end);
}

/** Mails first tried before this are given up. */
export function givenUpBefore(now: number): number {
  return now - GIVEN_UP_AFTER;
}

/** Until when the house leaves a mail server alone that it could not reach so often in a row. */
export function restAfter(failures: number, now: number): number {
  return now + (RESTS[failures - 1] ?? LONGEST_REST);
}
