import { ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import {
  calendarText,
  newCalendar,
  recurrenceLines,
  timesIn,
  wallClockAt,
} from '../platform/calendar/calendar-file.js';
import type { FeedEvent } from './domain/feed-events.js';

export interface GroupCalendar {
  events: readonly FeedEvent[];
  /** Where representatives of the contact point sign in: no door, for an address of a calendar is easily passed on. */
  page: string;
}

/** Reveals nothing to those who look over a shoulder. */
const SUMMARY = 'Online-Treffen';
const REFRESH_SECONDS = 3600;

/**
 * All dates of a group as a calendar to subscribe to (RFC 5545, 7986). It has no METHOD, which is for messages between
 * people (RFC 5546); programs take each new version for the whole truth, so what is called off is missing in it.
 */
export function writeGroupCalendar({ events, page }: GroupCalendar): string {
  const calendar = newCalendar();
  calendar.name(SUMMARY).ttl(REFRESH_SECONDS);
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: event.writtenAt.toZonedDateTimeISO('UTC'),
      ...timesIn(event.range, event.recurrence),
      repeating: event.recurrence && recurrenceLines(event.recurrence),
      recurrenceId: event.replaces && wallClockAt(event.replaces),
      summary: SUMMARY,
      description: `Zum Treffen und zu den Einladungen: ${page}`,
      location: page,
      status: ICalEventStatus.CONFIRMED,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.OPAQUE,
    });
  }
  return calendarText(calendar);
}
