import { now as clock } from '../../api/house-clock.js';
import type { Reach } from '../../api/changes.js';
import type { DayOfRooms } from '../../api/contact-points.js';
import type { Decision, Move, Occurrence, Period, RoomAvailability, Scope } from '../../api/shapes.js';
import { addDays } from '../../parts/local-time.js';
import { keyOf } from '../../parts/settling/settling.js';
import type { WhenValue } from '../../parts/when-fields.js';

/** Where a date is to go, as typed. */
export type MoveDraft = WhenValue;

export function draftFor({ date, time, minutes, room }: Occurrence): MoveDraft {
  return { date, time, minutes, roomId: room.id };
}

/** What differs from how the date is. */
export function changesOf(draft: MoveDraft, occurrence: Occurrence): Move {
  const before = draftFor(occurrence);
  return {
    ...(draft.date === before.date ? {} : { date: draft.date }),
    ...(draft.time === before.time ? {} : { time: draft.time }),
    ...(draft.minutes === before.minutes ? {} : { minutes: draft.minutes }),
    ...(draft.roomId === before.roomId ? {} : { roomId: draft.roomId }),
  };
}

/** Somebody changed the date meanwhile: what was typed stays, what was not touched follows. */
export function rebased(draft: MoveDraft, before: Occurrence, now: Occurrence): MoveDraft {
  const typed = changesOf(draft, before);
  const fresh = draftFor(now);
  return {
    date: typed.date ?? fresh.date,
    time: typed.time ?? fresh.time,
    minutes: typed.minutes ?? fresh.minutes,
    roomId: typed.roomId ?? fresh.roomId,
  };
}

/** Nothing differs. */
export const isUnchanged = (draft: MoveDraft, occurrence: Occurrence): boolean =>
  Object.keys(changesOf(draft, occurrence)).length === 0;

/** It begins or ends at another time, which the invitees are told. */
export function isOtherTime(draft: MoveDraft, occurrence: Occurrence): boolean {
  const { date, time, minutes } = changesOf(draft, occurrence);
  return [date, time, minutes].some((change) => change !== undefined);
}

/** The day as it is for this date: what it holds itself is not in its way. */
export function dayWithout({ room, startsAt }: Occurrence, { rooms, ...day }: DayOfRooms): DayOfRooms {
  const isOwn = (taken: Period): boolean => Date.parse(taken.startsAt) === Date.parse(startsAt);
  const free = (each: RoomAvailability): RoomAvailability => ({
    ...each,
    taken: each.taken.filter((taken) => !isOwn(taken)),
  });
  return { ...day, rooms: rooms.map((each) => (each.id === room.id ? free(each) : each)) };
}

/**
 * Dates that move along and have a time, a length or a room of their own: where one of these is changed, it is changed
 * for all.
 */
export function differingDates({ occurrence, scope }: Reach, series: readonly Occurrence[]): Occurrence[] {
  const { time, minutes, room } = occurrence;
  const isReached = (date: Occurrence): boolean =>
    isAhead(date) && (scope === 'all' || date.startsAt >= occurrence.startsAt);
  return series.filter(
    (date) => isReached(date) && (date.time !== time || date.minutes !== minutes || date.room.id !== room.id),
  );
}

/** Of a series that was moved: the dates that lie ahead, from the one on that was moved with all that follow. */
export function datesMoved({ occurrence, scope }: Reach, now: readonly Occurrence[]): Occurrence[] {
  const first = scope === 'all' ? undefined : now.find(({ id }) => id === occurrence.id);
  return now.filter(({ startsAt }) => isToCome(startsAt) && (!first || startsAt >= first.startsAt));
}

export interface Target {
  /** The date from which on the series is moved. */
  occurrence: Occurrence;
  scope: Scope;
  move: Move;
}

/**
 * Moving the whole series to other days is said from its first date that lies ahead: the person thinks of the date
 * in front of them, and all go the same number of days.
 */
export function targetOf({ occurrence, scope, move }: Target, series: Occurrence[]): Target {
  if (scope !== 'all' || move.date === undefined) return { occurrence, scope, move };
  const [first] = series.filter(isAhead).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  if (!first || first.id === occurrence.id) return { occurrence, scope: 'following', move };
  const days = daysBetween(occurrence.date, move.date);
  return { occurrence: first, scope: 'following', move: { ...move, date: addDays(first.date, days) } };
}

/**
 * Everything that was to move stands where it was to go, and where something else was decided about a date, that holds:
 * the answer of the house may have been lost on its way. `before` is how the dates stood when that was asked for: a series
 * goes to other days by as many as the date that was chosen.
 */
export function hasMoved(
  { occurrence, scope, move }: Target,
  { before, now }: { before: Occurrence[]; now: Occurrence[] },
): boolean {
  const days = move.date === undefined ? 0 : daysBetween(occurrence.date, move.date);
  const first = scope === 'all' ? 0 : before.findIndex(({ id }) => id === occurrence.id);
  const meant = before.slice(Math.max(0, first)).flatMap((date) => {
    const stands = now.find(({ id }) => id === date.id);
    const decision = move.decisions?.find((each) => keyOf(each) === keyOf(date));
    if (stands && decision?.choose === 'leaveOut') return stands.state === 'leftOut';
    if (!stands || !isAhead(stands)) return [];
    const wished = { ...draftFor(stands), ...move, ...insteadOf(decision), date: addDays(date.date, days) };
    return isUnchanged(wished, stands);
  });
  return meant.length > 0 && meant.every(Boolean);
}

function insteadOf(decision: Decision | undefined): Partial<MoveDraft> {
  if (decision?.choose === 'otherRoom') return { roomId: decision.roomId };
  return decision?.choose === 'otherTime' ? { time: decision.time } : {};
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

const DAY = 86_400_000;

const isAhead = ({ state, startsAt }: Occurrence): boolean => state === 'planned' && isToCome(startsAt);

const isToCome = (startsAt: string): boolean => Date.parse(startsAt) > clock();
