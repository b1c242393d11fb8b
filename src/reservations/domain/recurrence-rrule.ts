import { WEEKDAYS, type Nth, type Repeat } from './recurrence-rule.js';

/**
 * A rule as RFC 5545 (3.3.10) writes it, for `count` dates from `start` on, which must be one of them. Weeks are counted
 * from Monday, as we do; another reader's own default may be Sunday.
 */
export function rruleOf(start: Temporal.PlainDate, repeat: Repeat, count: number): string {
  if (repeat.kind === 'monthly') {
    const days = [...new Set(repeat.nth)].map((nth) => `${nth === 'last' ? -1 : nth}${repeat.weekday}`);
    return `FREQ=MONTHLY;BYDAY=${days.join(',')};COUNT=${count}`;
  }
  const chosen = repeat.weekdays ?? WEEKDAYS.slice(start.dayOfWeek - 1, start.dayOfWeek);
  const days = WEEKDAYS.filter((weekday) => chosen.includes(weekday));
  return `FREQ=WEEKLY;INTERVAL=${repeat.interval};BYDAY=${days.join(',')};WKST=MO;COUNT=${count}`;
}

/**
 * Whether every calendar program understands the rule. Outlook knows one place of one weekday in a month, and its fifth
 * is the last ([MS-OXOCAL] 2.2.1.44.1.2): each 1st and 3rd Thursday, or each 5th, it would show on wrong days or not.
 */
export function isKnownEverywhere(repeat: Repeat): boolean {
  if (repeat.kind === 'weekly') return true;
  const [only, ...more] = new Set<Nth>(repeat.nth);
  return only !== 5 && more.length === 0;
}
