const MINUTE = 60_000;

/** A share of the minute's mails leaves at once, the others spread, so that a code waits for seconds at most. */
export interface Pace {
  atOnce: number;
  everyMs: number;
}

/** The pace at which no minute, wherever it begins, sees more than `perMinute` mails. */
export function paceOf(perMinute: number): Pace {
  const atOnce = Math.max(1, Math.floor(perMinute / 4));
  return { atOnce, everyMs: MINUTE / Math.max(1, perMinute - atOnce) };
}

/**
 * How long the next mail has to wait, when all that left before would have left evenly until `spentUntil`: the generic
 * cell rate algorithm (ITU-T I.371, annex A).
 */
export function waitAt(pace: Pace, spentUntil: number, now: number): number {
  return Math.max(0, readSpent(pace, spentUntil, now) - (pace.atOnce - 1) * pace.everyMs - now);
}

/** `spentUntil` after one mail more. */
export function spend(pace: Pace, spentUntil: number, now: number): number {
  return Math.max(readSpent(pace, spentUntil, now), now) + pace.everyMs;
}

/** More than one share ahead is left by a clock that went back: it must not silence the house until then. */
function readSpent({ atOnce, everyMs }: Pace, spentUntil: number, now: number): number {
  const isPossible = spentUntil - now <= (atOnce + 1) * everyMs;
  return isPossible ? spentUntil : now;
}
