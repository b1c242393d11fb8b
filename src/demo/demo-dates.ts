import type { DemoRule } from './demo-people.js';

const DAYS = 92;

/** The days on which a group meets within three months from `today`. */
export function demoDates(rule: DemoRule, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const days = Array.from({ length: DAYS }, (_, index) => today.add({ days: index + 1 }));
  return days.filter((day) => day.dayOfWeek === rule.weekday && isMeant(rule, day));
}

function isMeant(rule: DemoRule, day: Temporal.PlainDate): boolean {
  if (rule.kind === 'weekly') return true;
  if (rule.kind === 'last') return day.day + 7 > day.daysInMonth;
  return rule.nth.includes(Math.ceil(day.day / 7));
}
