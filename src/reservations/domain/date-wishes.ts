import { instantOf } from '../../kernel/local-time.js';
import { earlier, type TimeRange } from '../../kernel/time-range.js';
import { keepsTime, type Held } from './held.js';
import { timesOf, type WishedTime } from './occurrence-times.js';
import type { DateWish } from './verdicts.js';

/** What a group does about one clashing date of a series. `seriesDate` says which one, where two share a day. */
export type Decision = { date: string; seriesDate?: string | undefined } & (
  { choose: 'otherRoom'; roomId: string } | { choose: 'otherTime'; time: string } | { choose: 'leaveOut' }
);

/** One date as a group types it, in wall time. */
export interface WishedDay extends WishedTime {
  /** `any` is whichever room is free. */
  roomId: string;
  expectedParticipants: number;
  isSkipped?: boolean;
  /** Skipped by a decision, because of what stands in its way. */
  isGivenUp?: boolean;
  /** The room that it has when it was left out before, for the case that the group sees that room no more. */
  leftOutOf?: string;
  /** Its name within the series, when it has moved. */
  seriesDate?: string;
  /** When it is moved. */
  held?: Held | undefined;
}

/**
 * Each day with what was decided about it. A decision that does not say which of two dates of one day it means is about
 * neither: what clashes is asked about again, and nothing is called off that was not meant.
 */
export function decideAll(days: readonly WishedDay[], decisions: readonly Decision[] = []): WishedDay[] {
  const ofDay = Map.groupBy(days, ({ date }) => date);
  const isAbout = (day: WishedDay, { date, seriesDate }: Decision) =>
    date === day.date &&
    (seriesDate === undefined ? ofDay.get(date)?.length === 1 : seriesDate === nameOf(day));
  return days.map((day) =>
    decided(
      day,
      decisions.findLast((decision) => isAbout(day, decision)),
    ),
  );
}

/** The same day with what was decided about it. */
export function decided(day: WishedDay, decision: Decision | undefined): WishedDay {
  switch (decision?.choose) {
    case 'otherRoom':
      return { ...day, roomId: decision.roomId };
    case 'otherTime':
      return { ...day, time: decision.time };
    case 'leaveOut':
      return day.isSkipped ? day : { ...day, isSkipped: true, isGivenUp: true };
    case undefined:
      return day;
  }
}

/** A day when the clocks have been asked. */
export interface SettledDay extends WishedDay {
  /** In UTC. */
  range: TimeRange;
  /** The clocks are put forward over its beginning. */
  isMissing: boolean;
  /** It begins in the hour that comes twice. */
  isFirstOfTwo: boolean;
}

/** A start that does not exist is taken right after the clocks have changed, so that the date has its place. */
export function settledDay(day: WishedDay): SettledDay {
  const times = timesOf(day);
  if (times.kind === 'settled')
    return { ...day, range: times.range, isMissing: false, isFirstOfTwo: times.isFirstOfTwo };
  const start = instantOf(day);
  const range = { start, end: start.add({ minutes: day.minutes }) };
  return { ...day, range, isMissing: true, isFirstOfTwo: false };
}

/** `roomIds` are the rooms that would do, the preferred ones first. */
export function dateWish(day: SettledDay, roomIds: readonly string[], bufferMinutes: number): DateWish {
  const { range, isMissing } = day;
  return {
    seriesDate: nameOf(day),
    range,
    holds: { start: range.start, end: freeFrom(day, bufferMinutes) },
    roomIds,
    isAnyRoom: day.roomId === 'any',
    people: day.expectedParticipants,
    held: day.held,
    isLeftOut: day.isSkipped === true,
    isGivenUp: day.isGivenUp === true,
    isMissing,
  };
}

/** The name of a date within its series. */
function nameOf({ seriesDate, date }: WishedDay): string {
  return seriesDate ?? date;
}

/** A date that asks for no more time in its room holds it no longer than before, should the buffer have grown. */
function freeFrom({ held, roomId, range }: SettledDay, bufferMinutes: number): Temporal.Instant {
  const free = range.end.add({ minutes: bufferMinutes });
  return held?.roomId === roomId && keepsTime({ range, held }) ? earlier(free, held.until) : free;
}
