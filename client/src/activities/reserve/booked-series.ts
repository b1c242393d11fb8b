import type { Occurrence } from '../../api/shapes.js';
import { usualInWords, type Draft } from './draft.js';

/** A series as it was reserved: what holds for most of its dates, and what does not. */
export interface BookedSeries {
  /** The pattern and time that were wished. */
  inWords: string;
  /** The room of most dates. */
  room: { name: string };
  planned: Occurrence[];
  /** Those of the planned dates that begin at another time or take place in another room. */
  differing: Occurrence[];
  leftOut: Occurrence[];
}

export function bookedSeries(occurrences: Occurrence[], draft: Draft): BookedSeries {
  const planned = occurrences.filter(({ state }) => state === 'planned');
  const usual = usualRoom(planned);
  return {
    inWords: usualInWords(draft),
    room: { name: usual?.name ?? '' },
    planned,
    differing: planned.filter(({ time, room }) => time !== draft.time || room.id !== usual?.id),
    leftOut: occurrences.filter(({ state }) => state === 'leftOut'),
  };
}

/** That of most dates; among equals the one that comes first. */
function usualRoom(planned: Occurrence[]): Occurrence['room'] | undefined {
  const datesIn = (id: string): number => planned.filter(({ room }) => room.id === id).length;
  const rooms = planned.map(({ room }) => room);
  return rooms.reduce<Occurrence['room'] | undefined>(
    (most, room) => (most && datesIn(most.id) >= datesIn(room.id) ? most : room),
    undefined,
  );
}
