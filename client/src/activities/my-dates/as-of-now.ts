import type { Occurrence } from '../../api/shapes.js';

type Times = Pick<Occurrence, 'state' | 'startsAt' | 'endsAt'>;

/** By the clock, for the list may be hours old. Until the house says that it is over: it may have been extended. */
export const isRunning = ({ state, startsAt }: Times, now: number): boolean =>
  state === 'planned' && Date.parse(startsAt) <= now;

/** Its cancellation can still be taken back. */
export const isRestorable = (
  { restorableUntil }: Pick<Occurrence, 'restorableUntil'>,
  now: number,
): boolean => now < Date.parse(restorableUntil ?? '');

/** The group has called it off for good: there is nothing more to read or to do about it. */
export const isGone = (
  date: Pick<Occurrence, 'state' | 'reason' | 'restorableUntil'>,
  now: number,
): boolean => date.state === 'cancelled' && !date.reason && !isRestorable(date, now);

/** Whether one of the dates has ended since the list was read. */
export const hasEndedSince = (dates: readonly Times[], readAt: number, now: number): boolean =>
  dates.some(({ state, endsAt }) => {
    const end = Date.parse(endsAt);
    return state === 'planned' && readAt < end && end <= now;
  });
