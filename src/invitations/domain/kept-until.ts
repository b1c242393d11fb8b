import { KEPT_LIST_MONTHS } from '../../kernel/house-rules.js';
import { dateOf, startOfDay } from '../../kernel/local-time.js';

/** When a list that was used now goes by itself: at the beginning of a day. */
export function keptUntil(now: Temporal.Instant): Temporal.Instant {
  return startOfDay(dateOf(now).add({ months: KEPT_LIST_MONTHS, days: 1 }));
}
