import { eventType } from '../platform/events/events.js';

/** Somebody asked for fresh links; each is the one that is to be replaced. */
export const linksLost = eventType<{ links: { id: string; linkVersion: number }[] }>('links.lost');
