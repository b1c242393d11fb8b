import { eventType } from '../platform/events/events.js';
import type { ClosureTimes } from '../rooms/closures.reader.js';

type Dates = { occurrenceIds: string[] };

/** `occurrenceIds` are the dates that are held; those left out are not among them. */
export const reservationMade = eventType<Dates & { reservationId: string }>('reservation.made');
export const datesCancelled = eventType<Dates>('dates.cancelled');
/** Another day, time or length. */
export const datesMoved = eventType<Dates>('dates.moved');
/** Cancelled ones take place after all, or left-out ones were taken up again. */
export const datesRestored = eventType<Dates>('dates.restored');
/** `version` tells one saving of a closure from the next. */
type SavedClosure = { closureId: string; version: number };
type Treatment = { treatment: 'cancel' | 'move' };

/** A closure was saved, with these times, and somebody decided what becomes of the dates that it hits. */
export const closureMade = eventType<SavedClosure & Treatment & { times: ClosureTimes }>('closure.made');
/** Some of those dates; a group's are all among them, or none. */
export const closedDatesFound = eventType<SavedClosure & Treatment & Dates>('closedDates.found');
/** They are done with. */
export const closureTreated = eventType<SavedClosure & Dates>('closure.treated');
