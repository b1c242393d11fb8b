import { eventType } from '../platform/events/events.js';

export const reservationMade = eventType<{ reservationId: string; occurrenceIds: string[] }>(
  'reservation.made',
);
export const occurrenceCancelled = eventType<{ occurrenceId: string }>('occurrence.cancelled');
