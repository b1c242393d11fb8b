import { isBefore, type TimeRange } from '../../kernel/time-range.js';

/** How much earlier than participants moderators may enter. */
export const MODERATOR_MINUTES_EARLIER = 5;

export type DoorState = { kind: 'tooEarly'; opensAt: Temporal.Instant } | { kind: 'open' } | { kind: 'over' };

/** Whether the door of a date stands open at this moment: from `earlyMinutes` before the start until the end. */
export function doorStateOf(range: TimeRange, earlyMinutes: number, now: Temporal.Instant): DoorState {
  const opensAt = range.start.subtract({ minutes: earlyMinutes });
  if (isBefore(now, opensAt)) return { kind: 'tooEarly', opensAt };
  return isBefore(now, range.end) ? { kind: 'open' } : { kind: 'over' };
}
