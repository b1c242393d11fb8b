import { plannedRange, type OccurrenceRow } from '../reservations/reservations.reader.js';
import { seriesEntryOf, slotOf, type Grid, type SeriesDate } from './domain/series-entry.js';
import { writeCalendar, type Envelope } from './invitation.calendar.js';

export function toSeriesDate({ id, seriesDate, state, ...row }: OccurrenceRow): SeriesDate {
  return { id, seriesDate, range: plannedRange(row), isPlanned: state === 'planned' };
}

/** The series as one entry (docs/decisions/0015); undefined when none of the dates is planned. */
export function writeSeries(
  envelope: Envelope & { method: 'REQUEST' | 'PUBLISH' },
  dates: readonly SeriesDate[],
  grid: Grid,
): string | undefined {
  const entry = seriesEntryOf(dates, grid);
  if (!entry) return undefined;
  const { first: range, rrule, leftOut, changed } = entry;
  return writeCalendar({ ...envelope, range, recurrence: { rrule, leftOut }, changed });
}

/** One date of a series, in the entry that somebody has. */
export function writeOneOfSeries(
  envelope: Envelope & { method: 'REQUEST' | 'CANCEL' },
  { seriesDate, range }: SeriesDate,
  grid: Grid,
): string {
  return writeCalendar({ ...envelope, range, replaces: slotOf(grid, seriesDate).start });
}
