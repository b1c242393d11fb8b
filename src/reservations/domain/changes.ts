import { wallTimeOf } from '../../kernel/local-time.js';
import { minutesOf, rangeBetween, toUtc } from '../../kernel/time-range.js';
import type { WishedDay } from './date-wishes.js';
import type { Held } from './held.js';
import type { Judged } from './verdicts.js';
import { WEEKDAYS, type SeriesRule, type Weekday, type WeeklyRepeat } from './recurrence-rule.js';

export type OccurrenceState = 'planned' | 'cancelled' | 'leftOut';

/** What is to become of a date; what is not named stays. `any` is whichever room is free. */
export interface Change {
  date?: string;
  time?: string;
  minutes?: number;
  roomId?: string;
  expectedParticipants?: number;
}

/** Nothing is named: then nothing is written, and no version rises. */
export function changesNothing(change: Change): boolean {
  return Object.values(change).every((value) => value === undefined);
}

/** A date as it stands. */
export interface Standing {
  startsAt: string;
  endsAt: string;
  /** When its room is free for others. */
  heldUntil: string;
  roomId: string;
  expectedParticipants: number;
  seriesDate: string;
  state: OccurrenceState;
  serverId: string | null;
}

/** How a date would stand after a change, in wall time; `seriesDate` is its name within its series. */
export function changed(standing: Standing, change: Change): WishedDay {
  const range = rangeBetween(standing);
  const { roomId, expectedParticipants, seriesDate } = standing;
  const stands = {
    ...wallTimeOf(range.start),
    minutes: minutesOf(range),
    roomId,
    expectedParticipants,
  };
  const changes = Object.entries(change).filter(([, value]) => value !== undefined);
  return {
    ...stands,
    ...Object.fromEntries(changes),
    seriesDate,
    held: heldOf(standing),
  };
}

/** What a date holds; undefined for one that was called off or left out. */
export function heldOf(standing: Standing): Held | undefined {
  if (standing.state !== 'planned') return undefined;
  const { roomId, serverId, expectedParticipants: people, heldUntil } = standing;
  const [range, until] = [rangeBetween(standing), Temporal.Instant.from(heldUntil)];
  return { roomId, serverId, range, until, people };
}

/** Another room alone is no news for those who are invited: their link leads there. */
export function isOtherTime(
  { startsAt, endsAt }: Pick<Standing, 'startsAt' | 'endsAt'>,
  { wish: { range } }: Judged,
): boolean {
  return startsAt !== toUtc(range.start) || endsAt !== toUtc(range.end);
}

/** Moves a day as far as `from` lies from `to`. */
export function shifted(date: string, { from, to }: { from: string; to: string }): string {
  return daysAfter(date, daysBetween(from, to));
}

/**
 * A series as it repeats after a change of all its dates, or of those from one on; the others stay, and the rule says since
 * when it holds. The day after each first Tuesday is not each first Wednesday: a rule that cannot say so keeps its days
 * and remembers how far from them people meet.
 */
export function changedSeries(
  series: SeriesRule,
  { time = series.time, minutes = series.minutes }: Pick<Change, 'time' | 'minutes'>,
  move: { from: string; to: string; isRest?: boolean },
): SeriesRule {
  const days = daysBetween(move.from, move.to);
  const isAsBefore = days === 0 && time === series.time && minutes === series.minutes;
  // With another room or other people alone, people meet when they did.
  return isAsBefore ? series : { ...moved(series, days), time, minutes, ...sinceAfter(series, move) };
}

function sinceAfter({ since }: SeriesRule, move: { from: string; to: string; isRest?: boolean }) {
  if (move.isRest) return { since: move.to };
  return since === undefined ? {} : { since: shifted(since, move) };
}

function moved({ movedDays = 0, ...series }: SeriesRule, days: number): SeriesRule {
  const all = movedDays + days;
  const { date, repeat } = series;
  if (repeat.kind === 'weekly' && staysTogether(date, repeat, all))
    return { ...series, date: daysAfter(date, all), repeat: turned(repeat, all) };
  return all === 0 ? series : { ...series, movedDays: all };
}

/** Whether the days that lay in one week still do: where weeks are left out, Monday and Sunday before would be eight days apart. */
function staysTogether(date: string, { interval, weekdays = [] }: WeeklyRepeat, days: number): boolean {
  if (interval === 1) return true;
  const first = Temporal.PlainDate.from(date).dayOfWeek - 1;
  const weeks = [first, ...weekdays.map((weekday) => WEEKDAYS.indexOf(weekday))].map((place) =>
    Math.floor((place + days) / 7),
  );
  return weeks.every((week) => week === weeks[0]);
}

/** A weekly rule some days later or earlier. */
function turned({ weekdays, skip, until, ...rest }: WeeklyRepeat, days: number): WeeklyRepeat {
  const turn = (weekday: Weekday) => WEEKDAYS.at((WEEKDAYS.indexOf(weekday) + days) % 7) ?? weekday;
  return {
    ...rest,
    ...(weekdays && { weekdays: weekdays.map(turn) }),
    ...(skip && { skip: skip.map((date) => daysAfter(date, days)) }),
    ...(until !== undefined && { until: daysAfter(until, days) }),
  };
}

function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}
