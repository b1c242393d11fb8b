import type { Rules } from '../api/shapes.js';
import { addMonths, today } from './local-time.js';

/** While a year is typed the field holds other days, such as in the year 202. A date that is moved may stay on its own. */
export function isChoosable(date: string, rules: Rules, before?: string): boolean {
  return date === before || (date >= today() && date <= lastDay(rules));
}

/** The last day that can be chosen; the later one where a date is moved that lies beyond what can be reserved today. */
export function lastDay({ horizonMonths }: Rules, before = ''): string {
  const last = addMonths(today(), horizonMonths);
  return before > last ? before : last;
}
