import { GRID_MINUTES } from '../../kernel/house-rules.js';
import { dateOf, wallTimeOf } from '../../kernel/local-time.js';
import { isBefore, minutesOf, type TimeRange } from '../../kernel/time-range.js';
import { beginsAsBefore, keepsTime, type Held } from './held.js';
import type { WishedTime } from './occurrence-times.js';

/** What a contact point has set; wall times as `07:00`, closing also `24:00`. */
export interface BookingRules {
  shortestMinutes: number;
  longestMinutes: number;
  opensAt: string;
  closesAt: string;
  horizonMonths: number;
}

export type BookingFault = 'offGrid' | 'tooShort' | 'tooLong' | 'past' | 'beyondHorizon' | 'outsideHours';

/** A wished time; `held` is what a date that moves there holds already. */
type Wished = WishedTime & { range: TimeRange; held?: Held | undefined };

/** The first rule that a wished time breaks, or undefined. */
export function faultOf(wish: Wished, rules: BookingRules, now: Temporal.Instant): BookingFault | undefined {
  return beginsAsBefore(wish) && keepsTime(wish) ? faultOfLength(wish, rules) : faultOfNew(wish, rules, now);
}

/** A date that stays where it is, or ends earlier there, keeps what newer rules would not allow. */
function faultOfLength({ range, held }: Wished, { shortestMinutes }: BookingRules): BookingFault | undefined {
  const isAsLong = held?.range.end.equals(range.end) === true;
  return !isAsLong && minutesOf(range) < shortestMinutes ? 'tooShort' : undefined;
}

function faultOfNew(wish: Wished, rules: BookingRules, now: Temporal.Instant): BookingFault | undefined {
  if (Number(wish.time.slice(3)) % GRID_MINUTES !== 0) return 'offGrid';
  if (wish.minutes < rules.shortestMinutes) return 'tooShort';
  if (wish.minutes > rules.longestMinutes) return 'tooLong';
  if (!isBefore(now, wish.range.start)) return 'past';
  if (isBeyondHorizon(wish.date, rules.horizonMonths, now)) return 'beyondHorizon';
  return isWithinHours(wish, rules) ? undefined : 'outsideHours';
}

function isBeyondHorizon(date: string, months: number, now: Temporal.Instant): boolean {
  const last = dateOf(now).add({ months });
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(date), last) > 0;
}

/** A date that ends at midnight ends at 24:00 of its own day. */
function isWithinHours(wish: Wished, { opensAt, closesAt }: BookingRules): boolean {
  const end = wallTimeOf(wish.range.end);
  const isNextMidnight = end.time === '00:00' && end.date > wish.date;
  const endTime = isNextMidnight ? '24:00' : end.time;
  const endsSameDay = isNextMidnight || end.date === wish.date;
  return wish.time >= opensAt && endsSameDay && endTime <= closesAt;
}
