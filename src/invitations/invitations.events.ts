import { eventType } from '../platform/events/events.js';

/** Somebody asked for fresh links; each is the one that is to be replaced, of an invitee to a date or to all of them. */
export const linksLost = eventType<{
  links: { id: string; linkVersion: number; reservationId: string; occurrenceId?: string }[];
}>('links.lost');
