import type { Occurrence } from '../../api/shapes.js';

/** A series as it was just reserved or moved: what holds for most of its dates, and what does not. */
export interface SeriesInAll {
  /** Its pattern and time. */
  inWords: string;
  /** The room of most dates. */
  room: { name: string };
  planned: Occurrence[];
  /** Those of the planned dates that begin at another time, last longer or shorter, or take place in another room. */
  differing: Occurrence[];
  leftOut: Occurrence[];
}

/** `time` is the usual one, where most dates may have another. */
export function seriesInAll(
  occurrences: Occurrence[],
  { inWords, time: wished }: { inWords: string; time?: string },
): SeriesInAll {
  const planned = occurrences.filter(({ state }) => state === 'planned');
  const time = wished ?? usual(planned, (date) => date.time)?.time;
  const minutes = usual(planned, (date) => date.minutes)?.minutes;
  const room = usual(planned, (date) => date.room.id)?.room;
  const differs = (date: Occurrence): boolean =>
    date.time !== time || date.minutes !== minutes || date.room.id !== room?.id;
  return {
    inWords,
    room: { name: room?.name ?? '' },
    planned,
    differing: planned.filter(differs),
    leftOut: occurrences.filter(({ state }) => state === 'leftOut'),
  };
}

/** One of those that are as most are; among equals the first. */
function usual(dates: Occurrence[], of: (date: Occurrence) => unknown): Occurrence | undefined {
  const like = (one: Occurrence): number => dates.filter((date) => of(date) === of(one)).length;
  return dates.reduce<Occurrence | undefined>(
    (most, date) => (most && like(most) >= like(date) ? most : date),
    undefined,
  );
}
