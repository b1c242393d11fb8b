import { wallTimeOf } from '../../kernel/local-time.js';
import type { WishedDay } from './date-wishes.js';
import { WEEKDAYS, type Repeat } from './recurrence-rule.js';

/** What is to become of a date; what is not named stays. `any` is whichever room is free. */
export interface Change {
  date?: string;
  time?: string;
  minutes?: number;
  roomId?: string;
  expectedParticipants?: number;
}

/** A date as it stands. */
export interface Standing {
  startsAt: string;
  endsAt: string;
  roomId: string;
  expectedParticipants: number;
  seriesDate: string;
}

/** How a date would stand after a change, in wall time; `seriesDate` is its name within its series. */
export function changed(standing: Standing, change: Change): WishedDay {
  const start = Temporal.Instant.from(standing.startsAt);
  const end = Temporal.Instant.from(standing.endsAt);
  const { roomId, expectedParticipants, seriesDate } = standing;
  const stands = {
    ...wallTimeOf(start),
    minutes: start.until(end).total('minutes'),
    roomId,
    expectedParticipants,
  };
  const changes = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...stands, ...Object.fromEntries(changes), seriesDate };
}

/** Moves a day as far as `from` lies from `to`. */
export function shifted(date: string, { from, to }: { from: string; to: string }): string {
  return Temporal.PlainDate.from(date)
    .add({ days: daysBetween(from, to) })
    .toString();
}

/**
 * The rule of a series that was moved by some days; undefined when no rule says it any more: the day after each first
 * Tuesday is not each first Wednesday.
 */
export function shiftedRepeat(
  repeat: Repeat,
  { from, to }: { from: string; to: string },
): Repeat | undefined {
  const days = daysBetween(from, to);
  if (days === 0) return repeat;
  if (repeat.kind === 'monthly') return undefined;
  const { weekdays, skip, until, ...rest } = repeat;
  const move = (date: string) => shifted(date, { from, to });
  const turned = weekdays?.map((weekday) => {
    const place = (((WEEKDAYS.indexOf(weekday) + days) % 7) + 7) % 7;
    return WEEKDAYS[place] ?? weekday;
  });
  return {
    ...rest,
    ...(turned && { weekdays: turned }),
    ...(skip && { skip: skip.map(move) }),
    ...(until !== undefined && { until: move(until) }),
  };
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}
