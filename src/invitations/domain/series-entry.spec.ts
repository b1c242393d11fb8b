import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TwoCalendarClients } from '../../../test/support/calendar-client.js';
import { instantOf } from '../../kernel/local-time.js';
import { writeCalendar, type CalendarEntry } from '../invitation.calendar.js';
import { gridOf, seriesEntryOf, slotOf, type Grid, type SeriesDate } from './series-entry.js';
import { ruleOfDays } from './series-rule.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const every = (first: string, days: number, count: number) =>
  Array.from({ length: count }, (_, index) => day(first).add({ days: days * index }));

describe('The rule of some days', () => {
  it.each([
    ['every week', every('2026-12-01', 7, 10), 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO;COUNT=10'],
    ['every third week', every('2026-12-01', 21, 6), 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU;WKST=MO;COUNT=6'],
    [
      'two days a week',
      [...every('2026-12-01', 7, 3), ...every('2026-12-03', 7, 3)].sort((a, b) =>
        Temporal.PlainDate.compare(a, b),
      ),
      'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,TH;WKST=MO;COUNT=6',
    ],
    [
      'each 1st Tuesday',
      ['2026-12-01', '2027-01-05', '2027-02-02', '2027-03-02', '2027-04-06'].map(day),
      'FREQ=MONTHLY;BYDAY=1TU;COUNT=5',
    ],
    [
      'each last Monday',
      ['2026-12-28', '2027-01-25', '2027-02-22', '2027-03-29'].map(day),
      'FREQ=MONTHLY;BYDAY=-1MO;COUNT=4',
    ],
    // Outlook knows one place in a month.
    [
      'each 1st and 3rd Thursday',
      ['2026-12-03', '2026-12-17', '2027-01-07', '2027-01-21'].map(day),
      'FREQ=WEEKLY;INTERVAL=1;BYDAY=TH;WKST=MO;COUNT=8',
    ],
    ['one day', [day('2026-12-01')], 'FREQ=WEEKLY;INTERVAL=4;BYDAY=TU;WKST=MO;COUNT=1'],
  ])('%s', (_, days, rrule) => {
    expect(ruleOfDays(days).rrule).toBe(rrule);
  });

  it('gives all of them, in order, for any days whatever', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(700), { minLength: 1, maxLength: 52 }), (offsets) => {
        const days = offsets.sort((a, b) => a - b).map((offset) => day('2026-01-01').add({ days: offset }));
        const given = ruleOfDays(days).days.map(String);
        expect(given).toEqual([...given].sort());
        expect(given).toEqual(expect.arrayContaining(days.map(String)));
        expect([given[0], given.at(-1)]).toEqual([String(days[0]), String(days.at(-1))]);
      }),
      { numRuns: 40 },
    );
  });
});

const UID = 'cafe@haus.example';
const envelope = (sequence: number): Omit<CalendarEntry, 'range' | 'method'> => ({
  uid: UID,
  sequence,
  writtenAt: Temporal.Instant.from('2026-11-01T08:00:00Z').add({ minutes: sequence }),
  organizer: { name: 'Virtuelles Haus', email: 'treffen@haus.example' },
  attendeeEmail: 'rosa@example.org',
  link: 'https://haus.example/t/abc',
});

interface State {
  dates: readonly SeriesDate[];
  grid: Grid;
}

/** The file that tells all of a series: how it is, or that it is off. */
function wholeFile({ dates, grid }: State, sequence: number): string {
  const entry = seriesEntryOf(dates, grid);
  const [date] = dates;
  if (!date) throw new Error('A series has a date.');
  if (!entry) return writeCalendar({ ...envelope(sequence), method: 'CANCEL', range: date.range });
  const { first, rrule, leftOut, changed } = entry;
  const facts = { range: first, recurrence: { rrule, leftOut }, changed };
  return writeCalendar({ ...envelope(sequence), method: 'REQUEST', ...facts });
}

const planned = (dates: readonly SeriesDate[]) =>
  dates
    .filter(({ isPlanned }) => isPlanned)
    .map(({ range }) => `${range.start.toString()} ${range.end.toString()}`)
    .sort();

function dateAt(id: string, time: string, minutes: number): SeriesDate {
  const start = instantOf({ date: id, time });
  return { id, seriesDate: id, range: { start, end: start.add({ minutes }) }, isPlanned: true };
}

const somewhen = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  quarter: fc.integer({ min: 0, max: 3 }),
  minutes: fc.constantFrom(30, 60, 90, 120, 240),
});
const timeOf = ({ hour, quarter }: { hour: number; quarter: number }) =>
  `${String(hour).padStart(2, '0')}:${String(quarter * 15).padStart(2, '0')}`;

const series = fc
  .record({
    start: fc.integer({ min: 0, max: 3650 }),
    offsets: fc.oneof(
      fc
        .record({ step: fc.constantFrom(7, 14, 21, 28), count: fc.integer({ min: 1, max: 52 }) })
        .map(({ step, count }) => Array.from({ length: count }, (_, index) => step * index)),
      fc.uniqueArray(fc.nat(370), { minLength: 1, maxLength: 20 }),
    ),
    when: somewhen,
  })
  .map(({ start, offsets, when }) =>
    offsets
      .sort((a, b) => a - b)
      .map((offset) => {
        const date = day('2025-01-01').add({ days: start + offset });
        return dateAt(date.toString(), timeOf(when), when.minutes);
      }),
  );

const changes = fc.array(
  fc.record({
    kind: fc.constantFrom('move', 'cancel', 'restore', 'moveAll'),
    at: fc.nat(51),
    days: fc.integer({ min: -20, max: 20 }),
    when: somewhen,
  }),
  { maxLength: 12 },
);
type Change = typeof changes extends fc.Arbitrary<(infer Each)[]> ? Each : never;

const movedBy = (date: SeriesDate, { days, when }: Change): SeriesDate => ({
  ...date,
  range: dateAt(day(date.seriesDate).add({ days }).toString(), timeOf(when), when.minutes).range,
});

/** What the house tells of a change: one date alone where it is in the entry, else the whole. */
function changed({ dates, grid }: State, change: Change, sequence: number): State & { file: string } {
  if (change.kind === 'moveAll') {
    const moved = dates.map((date) => movedBy(date, change));
    const state = { dates: moved, grid: gridOf(moved) };
    return { ...state, file: wholeFile(state, sequence) };
  }
  const index = change.at % dates.length;
  const before = dates[index] as SeriesDate;
  const after = {
    ...(change.kind === 'move' ? movedBy(before, change) : before),
    isPlanned: change.kind !== 'cancel',
  };
  const state = { dates: dates.with(index, after), grid };
  const replaces = slotOf(grid, before.seriesDate).start;
  const method = after.isPlanned ? 'REQUEST' : 'CANCEL';
  const alone = writeCalendar({ ...envelope(sequence), method, range: after.range, replaces });
  return { ...state, file: before.isPlanned ? alone : wholeFile(state, sequence) };
}

describe('The entry of a series, in two calendar programs (P4)', () => {
  it('shows the planned dates and nothing else, whatever becomes of them, from 2025 to 2036', () => {
    fc.assert(
      fc.property(series, changes, (made, all) => {
        const clients = new TwoCalendarClients();
        let state: State = { dates: made, grid: gridOf(made) };
        clients.receive(wholeFile(state, 0));
        expect(clients.shown()).toEqual(planned(state.dates));
        for (const [index, change] of all.entries()) {
          const told = changed(state, change, index + 1);
          clients.receive(told.file);
          state = told;
          expect(clients.shown()).toEqual(planned(state.dates));
        }
      }),
      { numRuns: 40 },
    );
  });

  // In the night before the 26th of October 2025 it is two o'clock twice.
  it.each([
    ['one date ends in the hour that comes twice', ['2025-10-11', '2025-10-18', '2025-10-25']],
    ['the first date ends in the hour that comes twice', ['2025-10-25', '2025-11-01', '2025-11-08']],
    ['the only date ends in the hour that comes twice', ['2025-10-25']],
  ])('is read alike where %s', (_, days) => {
    for (const minutes of [240, 270, 300, 330]) {
      const dates = days.map((date) => dateAt(date, '22:00', minutes));
      const clients = new TwoCalendarClients();
      clients.receive(wholeFile({ dates, grid: gridOf(dates) }, 0));
      expect(clients.shown()).toEqual(planned(dates));
    }
  });

  it('is read alike where a date moves into the hour that comes twice', () => {
    const dates = [dateAt('2025-10-15', '04:00', 30), dateAt('2025-10-22', '04:00', 30)];
    const clients = new TwoCalendarClients();
    const state = { dates, grid: gridOf(dates) };
    clients.receive(wholeFile(state, 0));
    const when = { hour: 22, quarter: 0, minutes: 240 } as const;
    const told = changed(state, { kind: 'move', at: 0, days: 10, when }, 1);
    clients.receive(told.file);
    expect(clients.shown()).toEqual(planned(told.dates));
  });

  it('is told apart by the most common place of its dates', () => {
    const dates = every('2026-12-01', 7, 5).map((date) => dateAt(date.toString(), '18:00', 120));
    const one = { days: 1, at: 0, kind: 'move', when: { hour: 19, quarter: 2, minutes: 90 } } as const;
    const moved = dates.with(2, movedBy(dates[2] as SeriesDate, one));
    expect(gridOf(moved)).toEqual({ days: 0, time: '18:00', minutes: 120 });
    expect(gridOf(dates.map((date) => movedBy(date, one)))).toEqual({ days: 1, time: '19:30', minutes: 90 });
    const entry = seriesEntryOf(moved, gridOf(moved));
    expect(entry?.changed.map(({ replaces }) => replaces.toString())).toEqual(['2026-12-15T17:00:00Z']);
  });

  it('leaves out what is off, also at both ends, and is none when everything is', () => {
    const dates = every('2026-12-01', 7, 5).map((date) => dateAt(date.toString(), '18:00', 120));
    const without = dates.map((date, index) => ({ ...date, isPlanned: [1, 3].includes(index) }));
    expect(seriesEntryOf(without, gridOf(dates))).toMatchObject({
      rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO;COUNT=2',
      leftOut: [],
    });
    expect(
      seriesEntryOf(
        dates.map((date) => ({ ...date, isPlanned: false })),
        gridOf(dates),
      ),
    ).toBeUndefined();
  });
});
