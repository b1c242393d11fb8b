import { dateOf, instantAt, startOfDay } from '../../kernel/local-time.js';
import { isBefore } from '../../kernel/time-range.js';

/** Somebody who is invited to a date, and when the group wants them to be reminded. */
export interface Invited {
  inviteeId: string;
  start: Temporal.Instant;
  invitedAt: Temporal.Instant;
  reminders: readonly (keyof Due)[];
}

/** By the names under which groups want them. */
interface Due {
  dayBefore: boolean;
  hourBefore: boolean;
}

const MORNING = Temporal.PlainTime.from('10:00');
const SPREAD_MINUTES = 60;

/**
 * Which reminders are due: the day before from 10 o'clock on, not all of them at once, or an hour before. Late is better
 * than never, until the date begins; but who was invited after the moment, or less than a day before the date, needs none.
 */
export function remindersDue(invited: Invited, now: Temporal.Instant): (keyof Due)[] {
  const hourBefore = invited.start.subtract({ hours: 1 });
  if (!isBefore(now, invited.start)) return [];
  const isLastHour = !isBefore(now, hourBefore);
  const wasInvited = (moment: Temporal.Instant) => !isBefore(moment, invited.invitedAt);
  const dayBefore = dayBeforeOf(invited);
  const isLate = !wasInvited(dayBefore) || !wasInvited(invited.start.subtract({ hours: 24 }));
  const due: Due = {
    dayBefore: !isLastHour && !isBefore(now, dayBefore) && !isLate,
    hourBefore: isLastHour && wasInvited(hourBefore),
  };
  return invited.reminders.filter((reminder) => due[reminder]);
}

/** Until when dates begin of which somebody may have to be reminded now. */
export function reminderHorizon(now: Temporal.Instant): Temporal.Instant {
  return startOfDay(dateOf(now).add({ days: 2 }));
}

function dayBeforeOf({ inviteeId, start }: Invited): Temporal.Instant {
  const morning = instantAt(dateOf(start).subtract({ days: 1 }).toPlainDateTime(MORNING));
  return morning.add({ minutes: minuteOf(inviteeId) });
}

/** The same minute of the hour for the same one, any of the sixty for many. */
function minuteOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(-8), 16) % SPREAD_MINUTES;
}
