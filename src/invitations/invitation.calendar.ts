import {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
} from 'ical-generator';
import type { TimeRange } from '../kernel/time-range.js';
import type { InEachWording, Wording } from '../kernel/wording.js';
import { numbersAndPin, type DialIn } from '../meetings/meetings.reader.js';
import {
  calendarText,
  newCalendar,
  recurrenceLines,
  timesIn,
  wallClockAt,
  type Recurrence,
} from '../platform/calendar/calendar-file.js';

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
  /** How to come by telephone, where that stands in mails too. */
  dialIn?: DialIn | undefined;
  wording?: Wording;
  /** Of one date of a series: the start that the rule gave. */
  replaces?: Temporal.Instant;
  /** Of a whole series: `range` is then the first that the rule gives. */
  recurrence?: Recurrence;
  /** Dates of a whole series that do not keep to its rule. */
  changed?: readonly { range: TimeRange; replaces: Temporal.Instant }[];
}

/** What every entry for one person says, whatever it is about. */
export type Envelope = Pick<
  CalendarEntry,
  'uid' | 'sequence' | 'writtenAt' | 'organizer' | 'attendeeEmail' | 'link' | 'dialIn' | 'wording'
>;

/** The title reveals nothing to those who look over a shoulder. */
const TEXTS: InEachWording<{ summary: string; yourLink: string; orCall: string }> = {
  'de-sie': { summary: 'Online-Treffen', yourLink: 'Ihr persönlicher Link', orCall: 'Oder rufen Sie an' },
  'de-du': { summary: 'Online-Treffen', yourLink: 'Dein persönlicher Link', orCall: 'Oder ruf an' },
  'de-leicht': { summary: 'Online-Treffen', yourLink: 'Das ist Ihr Link', orCall: 'Oder rufen Sie an' },
  en: { summary: 'Online meeting', yourLink: 'Your personal link', orCall: 'Or phone in' },
};
/** Time enough to find the link; the door opens later. */
const ALARM_SECONDS = 30 * 60;

/** What people read in the entry. */
export function entryTexts({
  link,
  dialIn,
  wording = 'de-sie',
}: Pick<CalendarEntry, 'link' | 'dialIn' | 'wording'>) {
  const { summary, yourLink, orCall } = TEXTS[wording];
  const byTelephone = dialIn ? `\n${orCall}:\n${numbersAndPin(dialIn)}` : '';
  return { summary, description: link && `${yourLink}: ${link}${byTelephone}`, location: link };
}

/**
 * A date, a series or one date of it as calendar file (RFC 5545, 5546): wall time with VTIMEZONE, the recipient as only
 * attendee, one UID. A later file with the same UID and a higher SEQUENCE changes the entry that this one made.
 */
export function writeCalendar(entry: CalendarEntry): string {
  const calendar = newCalendar();
  calendar.method(ICalCalendarMethod[entry.method]);
  addEvent(calendar, entry);
  for (const { range, replaces } of entry.changed ?? []) {
    addEvent(calendar, { ...entry, range, replaces, recurrence: undefined });
  }
  return calendarText(calendar);
}

function addEvent(calendar: ICalCalendar, entry: CalendarEntry): void {
  const isCancelled = entry.method === 'CANCEL';
  const texts = entryTexts(isCancelled ? { wording: entry.wording } : entry);
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.writtenAt.toZonedDateTimeISO('UTC'),
    ...timesIn(entry.range, entry.recurrence),
    repeating: entry.recurrence && recurrenceLines(entry.recurrence),
    recurrenceId: entry.replaces && wallClockAt(entry.replaces),
    ...texts,
    organizer: entry.organizer,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.OPAQUE,
  });
  if (entry.attendeeEmail) {
    event.createAttendee({ email: entry.attendeeEmail, role: ICalAttendeeRole.REQ, rsvp: false });
  }
  // None in a cancellation (RFC 5546, 3.2.5).
  if (!isCancelled) {
    event.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: ALARM_SECONDS,
      description: texts.summary,
    });
  }
}
