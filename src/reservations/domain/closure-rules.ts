import { instantAt } from '../../kernel/local-time.js';
import { isBefore } from '../../kernel/time-range.js';

const MOST_YEARS = 2;

export type ClosureFault =
  'closureEndsBeforeItBegins' | 'closureTooLong' | 'yearlyClosureTooLong' | 'closurePast';

/** Why nobody can mean a closure with these wall times, or undefined. */
export function closureFaultOf(
  closure: { startsAt: string; endsAt: string; isYearly: boolean },
  now: Temporal.Instant,
): ClosureFault | undefined {
  const start = Temporal.PlainDateTime.from(closure.startsAt);
  const end = Temporal.PlainDateTime.from(closure.endsAt);
  if (!isEarlier(start, end)) return 'closureEndsBeforeItBegins';
  // A yearly one as long as a year would never open again.
  if (closure.isYearly) return isEarlier(end, start.add({ years: 1 })) ? undefined : 'yearlyClosureTooLong';
  if (isEarlier(start.add({ years: MOST_YEARS }), end)) return 'closureTooLong';
  return isBefore(now, instantAt(end)) ? undefined : 'closurePast';
}

function isEarlier(a: Temporal.PlainDateTime, b: Temporal.PlainDateTime): boolean {
  return Temporal.PlainDateTime.compare(a, b) < 0;
}
