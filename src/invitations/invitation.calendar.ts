import ical, {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  ICalAttendeeRole,
} from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { HOUSE_TIME_ZONE } from '../kernel/local-time.js';
import type { TimeRange } from '../kernel/time-range.js';

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
  const calendar = ical({ prodId: { company: 'Virtuelles Haus', product: 'Termine', language: 'DE' } });
  // The zone is named at the event only: named at the calendar, times would float and DTSTAMP lose its UTC.
  calendar.timezone({ name: null, generator: timeZoneBlock });
  calendar.method(ICalCalendarMethod[entry.method]);
  const isCancelled = entry.method === 'CANCEL';
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.writtenAt.toZonedDateTimeISO('UTC'),
    start: entry.range.start.toZonedDateTimeISO(HOUSE_TIME_ZONE),
    end: entry.range.end.toZonedDateTimeISO(HOUSE_TIME_ZONE),
    timezone: HOUSE_TIME_ZONE,
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
  return asCalendarsReadIt(calendar.toString());
}

function timeZoneBlock(zone: string): string | null {
  return tzlib_get_ical_block(zone)[0] ?? null;
}

/**
 * Two habits of the generator are mended: it writes `MAILTO:`, which some programs show as part of the address, and
 * ends the last line without the line break that RFC 5545 (3.1) demands.
 */
function asCalendarsReadIt(file: string): string {
  return `${file.trimEnd().replaceAll(':MAILTO:', ':mailto:')}\r\n`;
}
