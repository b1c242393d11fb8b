import { instantOf } from '../../kernel/local-time.js';
import { timesOf, type WishedTime } from './occurrence-times.js';
import type { DateWish } from './verdicts.js';

/** What a group does about one clashing date of a series. */
export type Decision =
  | { date: string; choose: 'otherRoom'; roomId: string }
  | { date: string; choose: 'otherTime'; time: string }
  | { date: string; choose: 'leaveOut' };

/** One day of a wish. */
export interface WishedDay {
  date: string;
  isSkipped?: boolean;
  /** Its name within the series, when it has moved. */
  seriesDate?: string;
}

/** What is the same for each date of a wish. */
export interface WishForAll {
  time: string;
  minutes: number;
  /** The rooms that would do, the preferred ones first. */
  roomIds: readonly string[];
  people: number;
  bufferMinutes: number;
}

/** One date of a wish, still in wall time. */
export interface WallDate extends WishedTime {
  wish: DateWish;
  /** The clocks go back and the wall time comes twice: the first is meant. */
  isFirstOfTwo: boolean;
}

/** The wish for one date, with what was decided about it. */
export function dateWish(day: WishedDay, all: WishForAll, decision?: Decision): WallDate {
  const time = decision?.choose === 'otherTime' ? decision.time : all.time;
  const wished = { date: day.date, time, minutes: all.minutes };
  const { start, isMissing, isFirstOfTwo } = startOf(wished);
  const end = start.add({ minutes: all.minutes });
  return {
    ...wished,
    isFirstOfTwo,
    wish: {
      seriesDate: day.seriesDate ?? day.date,
      range: { start, end },
      holds: { start, end: end.add({ minutes: all.bufferMinutes }) },
      roomIds: decision?.choose === 'otherRoom' ? [decision.roomId] : all.roomIds,
      people: all.people,
      isLeftOut: day.isSkipped === true || decision?.choose === 'leaveOut',
      isMissing,
    },
  };
}

/** A start that does not exist is taken right after the clocks have changed, so that the date has its place. */
function startOf(wished: WishedTime) {
  const times = timesOf(wished);
  if (times.kind === 'missing') return { start: instantOf(wished), isMissing: true, isFirstOfTwo: false };
  return { start: times.range.start, isMissing: false, isFirstOfTwo: times.isFirstOfTwo };
}
