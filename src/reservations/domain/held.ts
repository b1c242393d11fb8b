import { earlier, isBefore, later, type TimeRange } from '../../kernel/time-range.js';

/** What a planned date holds: it may stay there, whatever the rules for new ones say today. */
export interface Held {
  roomId: string;
  /** Null while the house had no Jitsi server. */
  serverId: string | null;
  range: TimeRange;
  /** When its room is free for others: after the buffer of the day it was reserved. */
  until: Temporal.Instant;
  people: number;
}

/** Where a date is to be, and what it holds already. */
interface Place {
  range: TimeRange;
  held?: Held | undefined;
}

export function beginsAsBefore({ range, held }: Place): boolean {
  return held?.range.start.equals(range.start) === true;
}

/** No minute is asked for that the date does not hold already. */
export function keepsTime({ range, held }: Place): boolean {
  return (
    held !== undefined && !isBefore(range.start, held.range.start) && !isBefore(held.range.end, range.end)
  );
}

/** What is asked of a room beyond what the date holds of it already. */
export function addedIn(roomId: string, { range, held }: Place): TimeRange[] {
  return held?.roomId === roomId ? beyond(held.range, range) : [range];
}

/** What is asked of the date's own Jitsi server beyond what it carries already: for more people, all of the time. */
export function addedOnServer({ range, held, people }: Place & { people: number }): TimeRange[] {
  return held && people <= held.people ? beyond(held.range, range) : [range];
}

function beyond(held: TimeRange, range: TimeRange): TimeRange[] {
  const before = { start: range.start, end: earlier(range.end, held.start) };
  const after = { start: later(range.start, held.end), end: range.end };
  return [before, after].filter(({ start, end }) => isBefore(start, end));
}

/** The Jitsi server that carries at least as many people at that time for it already: nothing more is asked of it. */
export function carrierOf(place: Place & { people: number }): string | undefined {
  const { held, people } = place;
  return held?.serverId && people <= held.people && keepsTime(place) ? held.serverId : undefined;
}

/** The Jitsi server where people wait at the door for the time that the date begins. */
export function serverAtStart(place: Place): string | undefined {
  return beginsAsBefore(place) ? (place.held?.serverId ?? undefined) : undefined;
}
