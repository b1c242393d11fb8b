import ical, { type ICalCalendar } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { happensTwice, HOUSE_TIME_ZONE } from '../../kernel/local-time.js';
import type { TimeRange } from '../../kernel/time-range.js';

const ALARM_AND_REST = /^(BEGIN:VALARM\r\n[^]*?^END:VALARM\r\n)([^]*?)(?=^END:VEVENT\r$)/gm;

/** A calendar of the house without entries. Its entries name their zone themselves, see `timesIn`. */
export function newCalendar(): ICalCalendar {
  return ical({ prodId: { company: 'Virtuelles Haus', product: 'Termine', language: 'DE' } });
}

/**
 * Start and end of an entry as wall time of the house: named at the calendar instead, times would float and DTSTAMP lose
 * its UTC. In UTC where the clocks show one of them twice: of these, programs do not agree which is meant, although RFC
 * 5545 (3.3.5) says the first. A rule goes by the wall and cannot do so.
 */
export function timesIn({ start, end }: TimeRange, recurrence?: Recurrence) {
  const isInUtc = !recurrence && (happensTwice(start) || happensTwice(end));
  const timezone = isInUtc ? 'UTC' : HOUSE_TIME_ZONE;
  return { start: start.toZonedDateTimeISO(timezone), end: end.toZonedDateTimeISO(timezone), timezone };
}

export function wallClockAt(instant: Temporal.Instant): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(HOUSE_TIME_ZONE);
}

/** How an entry repeats. */
export interface Recurrence {
  /** As RFC 5545 (3.3.10) writes it. */
  rrule: string;
  /** Starts that the rule gives and nobody keeps. */
  leftOut: readonly Temporal.Instant[];
}

/** The lines of a rule. Left-out dates are written as the start is, in wall time with its zone (RFC 5545, 3.8.5.1). */
export function recurrenceLines({ rrule, leftOut }: Recurrence): string {
  const starts = leftOut.map((start) =>
    wallClockAt(start).toPlainDateTime().toString({ smallestUnit: 'second' }),
  );
  const dates = starts.map((start) => start.replaceAll(/[-:]/g, ''));
  return [
    `RRULE:${rrule}`,
    ...(dates.length > 0 ? [`EXDATE;TZID=${HOUSE_TIME_ZONE}:${dates.join(',')}`] : []),
  ].join('\r\n');
}

/**
 * The calendar as other programs read it (RFC 5545). Four habits of the generator are mended: it writes properties of
 * the calendar behind the time zone, so the zone is put in here, where it also stands without any entry; it writes
 * `MAILTO:`, which some programs show as part of the address; it writes an alarm amidst the properties of its entry,
 * which come first (3.6.1); and it ends the last line without a line break (3.1).
 */
export function calendarText(calendar: ICalCalendar): string {
  const file = `${calendar.toString().trimEnd().replaceAll(':MAILTO:', ':mailto:')}\r\n`.replace(
    ALARM_AND_REST,
    '$2$1',
  );
  return file.replace(/^(?=BEGIN:VEVENT\r|END:VCALENDAR\r)/m, () => timeZoneBlock());
}

function timeZoneBlock(): string {
  const block = tzlib_get_ical_block(HOUSE_TIME_ZONE)[0] ?? '';
  return `${block.trim().replaceAll(/\r?\n/g, '\r\n')}\r\n`;
}
