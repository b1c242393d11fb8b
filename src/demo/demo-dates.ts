import type { SeriesRule } from '../reservations/reservation.entity.js';
import type { DemoGroup, DemoRule } from './demo-people.js';

const DAYS = 92;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The days on which a group meets within three months from `today`. */
export function demoDates(rule: DemoRule, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const days = Array.from({ length: DAYS }, (_, index) => today.add({ days: index + 1 }));
  return days.filter((day) => day.dayOfWeek === rule.weekday && isMeant(rule, day));
}

function isMeant(rule: DemoRule, day: Temporal.PlainDate): boolean {
  if (rule.kind === 'weekly') return true;
  if (rule.kind === 'last') return day.day + 7 > day.daysInMonth;
  return rule.nth.some((nth) => nth === Math.ceil(day.day / 7));
}

/** The same as the rule of a series. */
export function demoSeries({ rule, time, minutes }: DemoGroup, today: Temporal.PlainDate): SeriesRule {
  const date = demoDates(rule, today)[0]?.toString() ?? today.toString();
  const until = today.add({ days: DAYS }).toString();
  if (rule.kind === 'weekly') return { date, time, minutes, repeat: { kind: 'weekly', interval: 1, until } };
  const nth = rule.kind === 'last' ? (['last'] as const) : rule.nth;
  const weekday = WEEKDAYS[rule.weekday - 1] ?? 'MO';
  return { date, time, minutes, repeat: { kind: 'monthly', nth: [...nth], weekday, until } };
}
