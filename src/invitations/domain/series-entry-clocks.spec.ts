import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TwoCalendarClients } from '../../../test/support/calendar-client.js';
import { datesShownBy } from '../../../test/support/expanded-calendar.js';
import { instantOf, settle } from '../../kernel/local-time.js';
import { writeCalendar } from '../invitation.calendar.js';
import { gridOf, seriesEntryOf, type SeriesDate } from './series-entry.js';

/** The Sundays on which the clocks change, from 2025 to 2035. */
const NIGHTS = Array.from({ length: 11 }, (_, index) => 2025 + index).flatMap((year) =>
  [3, 10].map((month) => {
    const last = Temporal.PlainDate.from({ year, month, day: 31 });
    return last.subtract({ days: last.dayOfWeek % 7 });
  }),
);
const isSpring = ({ month }: Temporal.PlainDate) => month === 3;

type Pattern = (day: Temporal.PlainDate) => Temporal.PlainDate[];
const weekly =
  (weeks: number): Pattern =>
  (day) =>
    [-2, -1, 0, 1, 2].map((step) => day.add({ weeks: weeks * step }));
/** The last of its weekday in each month. */
const monthly: Pattern = (day) =>
  [-2, -1, 0, 1, 2].map((step) => {
    const last = day
      .with({ day: 1 })
      .add({ months: step + 1 })
      .subtract({ days: 1 });
    return last.subtract({ days: (last.dayOfWeek - day.dayOfWeek + 7) % 7 });
  });

/** What becomes of a date in the night in which the clocks leave out its time. */
type Instead = 'left out' | 'moved';

function datesOf(days: Temporal.PlainDate[], time: string, minutes: number, instead: Instead): SeriesDate[] {
  return days.map((day) => {
    const seriesDate = day.toString();
    const settled = settle({ date: seriesDate, time });
    const isThere = settled.kind !== 'missing';
    const start = isThere ? settled.instant : instantOf({ date: seriesDate, time: '12:00' });
    const range = { start, end: start.add({ minutes }) };
    return { id: seriesDate, seriesDate, range, isPlanned: isThere || instead === 'moved' };
  });
}

function fileOf(dates: readonly SeriesDate[]): string {
  const entry = seriesEntryOf(dates, gridOf(dates));
  if (!entry) throw new Error('None of the dates takes place.');
  const { first: range, rrule, leftOut, changed } = entry;
  return writeCalendar({
    method: 'REQUEST',
    uid: 'cafe@haus.example',
    sequence: 0,
    writtenAt: Temporal.Instant.from('2024-11-01T08:00:00Z'),
    organizer: { name: 'Virtuelles Haus', email: 'treffen@haus.example' },
    attendeeEmail: 'rosa@example.org',
    link: 'https://haus.example/t/abc',
    range,
    recurrence: { rrule, leftOut },
    changed,
  });
}

function expectExact(dates: readonly SeriesDate[]): void {
  const planned = dates.filter(({ isPlanned }) => isPlanned);
  const wanted = planned.map(({ range }) => `${range.start.toString()} ${range.end.toString()}`).sort();
  const file = fileOf(dates);
  expect(datesShownBy(file).map(({ start, end }) => `${start} ${end}`)).toEqual(wanted);
  const clients = new TwoCalendarClients();
  clients.receive(file);
  expect(clients.shown()).toEqual(wanted);
}

const TIMES = ['00:30', '01:00', '01:30', '01:45', '02:00', '02:15', '02:30', '02:45', '03:00', '03:30'];
const LENGTHS = [30, 45, 60, 90, 120, 150, 240];

describe('The entry of a series over the night in which the clocks change (P4)', () => {
  it('shows every date when it takes place, to the minute, from 2025 to 2035', () => {
    const property = fc.property(
      fc.constantFrom(...NIGHTS),
      fc.constantFrom(weekly(1), weekly(2), monthly),
      // The evening before also ends in that night.
      fc.oneof(
        fc.record({ before: fc.constant(0), time: fc.constantFrom(...TIMES) }),
        fc.record({ before: fc.constant(1), time: fc.constantFrom('22:00', '22:30', '23:00', '23:30') }),
      ),
      fc.constantFrom(...LENGTHS),
      fc.nat(4),
      fc.constantFrom<Instead>('left out', 'moved'),
      (night, pattern, { before, time }, minutes, from, instead) => {
        const days = pattern(night.subtract({ days: before })).slice(Math.min(from, 3));
        expectExact(datesOf(days, time, minutes, instead));
      },
    );
    fc.assert(property, { numRuns: 250 });
  });

  it.each([
    ['a date ends at a time that the clocks leave out', isSpring, '00:30', 90],
    ['a date begins at a time that the clocks leave out', isSpring, '02:30', 60],
    [
      'a date begins at a time that they show twice',
      (day: Temporal.PlainDate) => !isSpring(day),
      '02:30',
      60,
    ],
  ])('also where %s, whichever of the dates it is', (_, isNight, time, minutes) => {
    for (const night of NIGHTS.filter(isNight))
      for (const from of [0, 2])
        for (const instead of ['left out', 'moved'] as const)
          expectExact(datesOf(weekly(1)(night).slice(from), time, minutes, instead));
  });
});
