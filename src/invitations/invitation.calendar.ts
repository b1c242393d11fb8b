import {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  ICalAttendeeRole,
} from 'ical-generator';
import type { TimeRange } from '../kernel/time-range.js';
import { calendarText, newCalendar, timesIn } from '../platform/calendar/calendar-file.js';

export interface CalendarEntry {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  uid: string;
  sequence: number;
  range: TimeRange;
  /** When this version was made (RFC 5545, 3.8.7.2: in UTC). */
  writtenAt: Temporal.Instant;
  organizer: { name: string; email: string };
  attendeeEmail?: string;
  /** The participant's page. */
  link?: string;
}

/** Reveals nothing to those who look over a shoulder. */
const SUMMARY = 'Online-Treffen';

/**
 * One date as calendar file (RFC 5545, 5546): wall time with VTIMEZONE, the recipient as only attendee. A later file
 * with the same UID and a higher SEQUENCE changes the entry that this one made.
 */
export function writeCalendar(entry: CalendarEntry): string {
  const calendar = newCalendar();
  calendar.method(ICalCalendarMethod[entry.method]);
  const isCancelled = entry.method === 'CANCEL';
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.writtenAt.toZonedDateTimeISO('UTC'),
    ...timesIn(entry.range),
    summary: SUMMARY,
    description: entry.link && `Ihr persönlicher Link: ${entry.link}`,
    location: isCancelled ? undefined : entry.link,
    organizer: entry.organizer,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.OPAQUE,
  });
  if (entry.attendeeEmail) {
    event.createAttendee({ email: entry.attendeeEmail, role: ICalAttendeeRole.REQ, rsvp: false });
  }
  return calendarText(calendar);
}
