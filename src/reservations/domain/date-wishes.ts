import { instantOf } from '../../kernel/local-time.js';
import { isBefore, type TimeRange } from '../../kernel/time-range.js';
import { timesOf, type WishedTime } from './occurrence-times.js';
import type { DateWish } from './verdicts.js';

/** What a group does about one clashing date of a series. */
export type Decision =
  | { date: string; choose: 'otherRoom'; roomId: string }
  | { date: string; choose: 'otherTime'; time: string }
  | { date: string; choose: 'leaveOut' };

/** One date as a group types it, in wall time. */
export interface WishedDay extends WishedTime {
  /** `any` is whichever room is free. */
  roomId: string;
  expectedParticipants: number;
  isSkipped?: boolean;
  /** Its name within the series, when it has moved. */
  seriesDate?: string;
  /** What the date holds already, when it is moved: it may stay there whatever the rules for new ones say today. */
  held?: { roomId: string; serverId: string | null; range: TimeRange; people: number } | undefined;
}

/** The same day with what was decided about it. */
export function decided(day: WishedDay, decision: Decision | undefined): WishedDay {
  switch (decision?.choose) {
    case 'otherRoom':
      return { ...day, roomId: decision.roomId };
    case 'otherTime':
      return { ...day, time: decision.time };
    case 'leaveOut':
      return { ...day, isSkipped: true };
    case undefined:
      return day;
  }
}

/** The wish for one date in UTC. `roomIds` are the rooms that would do, the preferred ones first. */
export function dateWish(
  day: WishedDay,
  roomIds: readonly string[],
  bufferMinutes: number,
): { wish: DateWish; isFirstOfTwo: boolean } {
  const { start, isMissing, isFirstOfTwo } = startOf(day);
  const end = start.add({ minutes: day.minutes });
  const wish = {
    seriesDate: day.seriesDate ?? day.date,
    range: { start, end },
    holds: { start, end: end.add({ minutes: bufferMinutes }) },
    roomIds,
    people: day.expectedParticipants,
    carriedBy: serverWithin(day, { start, end }),
    isLeftOut: day.isSkipped === true,
    isMissing,
  };
  return { wish, isFirstOfTwo };
}

/** The server that need not be asked: the date only gets shorter, smaller or another room. */
function serverWithin({ held, expectedParticipants }: WishedDay, range: TimeRange): string | undefined {
  if (!held?.serverId || expectedParticipants > held.people) return undefined;
  const isWithin = !isBefore(range.start, held.range.start) && !isBefore(held.range.end, range.end);
  return isWithin ? held.serverId : undefined;
}

/** A start that does not exist is taken right after the clocks have changed, so that the date has its place. */
function startOf(wished: WishedTime) {
  const times = timesOf(wished);
  if (times.kind === 'missing') return { start: instantOf(wished), isMissing: true, isFirstOfTwo: false };
  return { start: times.range.start, isMissing: false, isFirstOfTwo: times.isFirstOfTwo };
}
