import { now } from '../api/house-clock.js';
import type { Period, RoomAvailability, Rules } from '../api/shapes.js';
import { commonWords, shellWords } from '../words/words.js';
import { listInWords } from './date-words.js';
import { instantOf, minutesOf, timeOf, wallTimeOf, type WallTime } from './local-time.js';

const QUARTER = 15;

/** A stretch of one day in wall time, cut at midnight. */
export interface Span {
  from: string;
  to: string;
}

export interface WishedTime extends WallTime {
  minutes: number;
}

export const isReservable = (room: RoomAvailability): boolean => room.kind !== 'practice';

export function spansOn(date: string, periods: Period[]): Span[] {
  return periods
    .map((period) => spanOn(date, period))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from.localeCompare(b.from));
}

function spanOn(date: string, { startsAt, endsAt }: Period): Span {
  const start = wallTimeOf(startsAt);
  const end = wallTimeOf(endsAt);
  if (start.date > date || end.date < date) return { from: '24:00', to: '00:00' };
  return { from: start.date < date ? '00:00' : start.time, to: end.date > date ? '24:00' : end.time };
}

/** Left edge and width of a span within the opening hours, in minutes; nothing if it lies outside. */
export function barOf(span: Span, rules: Rules): { x: number; width: number } | undefined {
  const opens = minutesOf(rules.opensAt);
  const from = Math.max(minutesOf(span.from), opens);
  const to = Math.min(minutesOf(span.to), minutesOf(rules.closesAt));
  return from < to ? { x: from - opens, width: to - from } : undefined;
}

export function periodOf({ date, time, minutes }: WishedTime): { start: number; end: number } {
  const start = instantOf({ date, time });
  return { start, end: start + minutes * 60_000 };
}

/** Those of the periods that stand in the way of the wished time; touching ends do not. */
export function inTheWay(wish: WishedTime, periods: Period[]): Period[] {
  const { start, end } = periodOf(wish);
  return periods.filter(({ startsAt, endsAt }) => Date.parse(startsAt) < end && start < Date.parse(endsAt));
}

/** With the pause after it, in which no other meeting may begin. What others have taken holds their pause already. */
export function withPause(wish: WishedTime, { bufferMinutes }: Rules): WishedTime {
  return { ...wish, minutes: wish.minutes + bufferMinutes };
}

/** A room may close during the pause. */
export function isFree(room: RoomAvailability, wish: WishedTime, rules: Rules): boolean {
  return [...inTheWay(wish, room.closed), ...inTheWay(withPause(wish, rules), room.taken)].length === 0;
}

/** No minute is wished for that the period does not hold. */
export function isWithin(wish: WishedTime, { startsAt, endsAt }: Period): boolean {
  const { start, end } = periodOf(wish);
  return Date.parse(startsAt) <= start && end <= Date.parse(endsAt);
}

/** What the period takes of the wished time is held already. */
export function isHeldIn(wish: WishedTime, period: Period, held: Period): boolean {
  const { start, end } = periodOf(wish);
  const from = Math.max(start, Date.parse(period.startsAt));
  const to = Math.min(end, Date.parse(period.endsAt));
  return Date.parse(held.startsAt) <= from && to <= Date.parse(held.endsAt);
}

export function spansInWords(spans: Span[]): string {
  return listInWords(spans.map(({ from, to }) => commonWords.span(from, to)));
}

/** The whole day of a room in one sentence, for those who do not see the bar. */
export function dayOfRoomInWords(room: RoomAvailability, date: string, rules: Rules): string {
  if (!isReservable(room)) return shellWords.alwaysOpen;
  const ahead = hoursAhead(date, rules);
  if (ahead.opensAt >= ahead.closesAt) return shellWords.overToday;
  const closed = withinHours(spansOn(date, room.closed), ahead);
  const taken = withinHours(spansOn(date, room.taken), ahead);
  if (closed.some(({ from, to }) => from === ahead.opensAt && to === ahead.closesAt))
    return shellWords.closedAllDay;
  const from = ahead === rules ? undefined : ahead.opensAt;
  if (closed.length + taken.length === 0) return shellWords.free(from);
  const said = [
    ...(taken.length ? [shellWords.taken(spansInWords(taken))] : []),
    ...(closed.length ? [shellWords.closed(spansInWords(closed))] : []),
    shellWords.elseFree(from),
  ].join('; ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Of today nobody can reserve what has passed: it opens with the next quarter of an hour. */
export function hoursAhead(date: string, rules: Rules): Rules {
  const { date: today, time } = wallTimeOf(now());
  const next = timeOf(Math.ceil(minutesOf(time) / QUARTER) * QUARTER);
  return date === today && next > rules.opensAt ? { ...rules, opensAt: next } : rules;
}

/** Spans cut to the opening hours; what lies outside concerns nobody. */
export function withinHours(spans: Span[], { opensAt, closesAt }: Rules): Span[] {
  return spans
    .map(({ from, to }) => ({ from: from < opensAt ? opensAt : from, to: to > closesAt ? closesAt : to }))
    .filter(({ from, to }) => from < to);
}
