import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { datesShownBy, readCalendar } from '../../test/support/expanded-calendar.js';
import { expectFile } from '../../test/support/expected-file.js';
import { instantOf, wallTimeOf } from '../kernel/local-time.js';
import { changedSeries, shifted } from './domain/changes.js';
import { feedEventsOf, type FeedReservation } from './domain/feed-events.js';
import { NTHS, WEEKDAYS, type SeriesRule } from './domain/recurrence-rule.js';
import { datesOf } from './domain/recurrence.js';
import { writeGroupCalendar } from './group.calendar.js';

const page = 'https://haus.example/haus/musterstadt';
const UID = 'cafe@haus.example';
const write = (...reservations: FeedReservation[]) =>
  writeGroupCalendar({ events: reservations.flatMap(feedEventsOf), page });

function rangeAt(date: string, time: string, minutes: number) {
  const start = instantOf({ date, time });
  return { start, end: start.add({ minutes }) };
}

/** A series with all its dates but the skipped ones; undefined when the house refuses the rule. */
function aSeries(series: SeriesRule, uid = UID): FeedReservation | undefined {
  const expanded = datesOf(Temporal.PlainDate.from(series.date), series.repeat);
  if (expanded.kind === 'refused') return undefined;
  const days = expanded.dates.filter(({ isSkipped }) => !isSkipped).map(({ date }) => date.toString());
  const dates = days.map((seriesDate) => ({
    uid: uid.replace('@', `-${seriesDate.replaceAll('-', '')}@`),
    seriesDate,
    sequence: 0,
    range: rangeAt(seriesDate, series.time, series.minutes),
  }));
  return { uid, createdAt: Temporal.Instant.from('2024-12-01T08:00:00Z'), version: 1, series, dates };
}

const times = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), quarter: fc.integer({ min: 0, max: 3 }) })
  .map(({ hour, quarter }) =>
    Temporal.PlainTime.from({ hour, minute: quarter * 15 })
      .toString()
      .slice(0, 5),
  );
const lengths = fc.constantFrom(30, 60, 90, 120);
const ends = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 52 }) }),
  fc.record({ days: fc.integer({ min: 30, max: 700 }) }),
);
const rules = fc.oneof(
  fc.record({
    kind: fc.constant('weekly' as const),
    interval: fc.integer({ min: 1, max: 4 }),
    weekdays: fc.option(fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 3 }), {
      nil: undefined,
    }),
  }),
  fc.record({
    kind: fc.constant('monthly' as const),
    nth: fc.uniqueArray(fc.constantFrom(...NTHS), { minLength: 1, maxLength: 2 }),
    weekday: fc.constantFrom(...WEEKDAYS),
  }),
);
const wishes = fc
  .record({
    start: fc
      .integer({ min: 0, max: 365 * 10 })
      .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days })),
    time: times,
    minutes: lengths,
    rule: rules,
    end: ends,
    skipped: fc.array(fc.nat(51), { maxLength: 6 }),
  })
  .map(({ start, time, minutes, rule, end, skipped }): SeriesRule => {
    const until = 'days' in end ? { until: start.add({ days: end.days }).toString() } : end;
    const all = datesOf(start, { ...rule, ...until });
    const days = all.kind === 'expanded' ? all.dates.map(({ date }) => date.toString()) : [];
    const skip = skipped.flatMap((index) => days[index] ?? []);
    return { date: start.toString(), time, minutes, repeat: { ...rule, ...until, skip } };
  });

const changes = fc.array(
  fc.record({
    kind: fc.constantFrom('cancel', 'move', 'moveThisAndFollowing'),
    at: fc.nat(51),
    days: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: -9, max: 9 })),
    time: times,
    minutes: lengths,
  }),
  { maxLength: 5 },
);
type Change = typeof changes extends fc.Arbitrary<(infer Each)[]> ? Each : never;

/** Does to a reservation what the commands of the house do. */
function changed(reservation: FeedReservation, { kind, at, days, time, minutes }: Change): FeedReservation {
  const { dates, series, version } = reservation;
  const index = at % Math.max(dates.length, 1);
  const from = dates[index];
  if (!from || !series) return reservation;
  if (kind === 'cancel') return { ...reservation, version: version + 1, dates: dates.toSpliced(index, 1) };
  const day = wallTimeOf(from.range.start).date;
  const move = { from: day, to: Temporal.PlainDate.from(day).add({ days }).toString() };
  const last = kind === 'move' ? index : dates.length - 1;
  const moved = dates.map((date, each) => {
    if (each < index || each > last) return date;
    const to = shifted(wallTimeOf(date.range.start).date, move);
    return { ...date, sequence: date.sequence + 1, range: rangeAt(to, time, minutes) };
  });
  const isSeries = kind === 'moveThisAndFollowing';
  const rule = changedSeries(series, { time, minutes }, move);
  return { ...reservation, version: version + 1, dates: moved, series: isSeries ? rule : series };
}

const stories = fc.tuple(wishes, changes).map(([wish, all]) => {
  const made = aSeries(wish);
  return made && all.reduce(changed, made);
});

function shownFrom(reservation: FeedReservation, from: number): FeedReservation {
  const inOrder = reservation.dates.toSorted((a, b) =>
    Temporal.Instant.compare(a.range.start, b.range.start),
  );
  return { ...reservation, dates: inOrder.slice(from) };
}

const planned = ({ dates }: FeedReservation) =>
  dates.map(({ range }) => `${range.start.toString()} ${range.end.toString()}`).sort();
const shown = (file: string) =>
  datesShownBy(file)
    .map(({ start, end }) => `${start} ${end}`)
    .sort();

describe('The calendar of a group, read by another program (P4)', () => {
  it('shows exactly the dates that take place, whatever was left out, moved or called off, from 2025 to 2035', () => {
    let withRule = 0;
    fc.assert(
      fc.property(stories, fc.nat(20), (reservation, from) => {
        if (!reservation) return;
        const visible = shownFrom(reservation, from);
        const file = write(visible);
        if (file.includes('\r\nRRULE:FREQ=WEEKLY') || file.includes('FREQ=MONTHLY')) withRule++;
        expect(shown(file)).toEqual(planned(visible));
      }),
      { numRuns: 200 },
    );
    expect(withRule).toBeGreaterThan(10);
  });

  it('shows several reservations side by side, each with UIDs of its own', () => {
    fc.assert(
      fc.property(wishes, wishes, (one, other) => {
        const both = [aSeries(one), aSeries(other, 'bada@haus.example')].flatMap((each) => each ?? []);
        expect(shown(write(...both))).toEqual(both.flatMap(planned).sort());
      }),
      { numRuns: 25 },
    );
  });

  it('never lowers a SEQUENCE: not when a date is over, not when something changes', () => {
    fc.assert(
      fc.property(wishes, changes, (wish, all) => {
        const first = aSeries(wish);
        if (!first) return;
        const versions = [first];
        for (const change of all) versions.push(changed(versions.at(-1) ?? first, change));
        const last = versions.at(-1) ?? first;
        for (let from = 0; from < last.dates.length; from += 5) versions.push(shownFrom(last, from));
        const highest = new Map<string, number>();
        const events = versions.flatMap(feedEventsOf);
        const lowered = events.filter(({ uid, sequence }) => {
          const before = highest.get(uid) ?? 0;
          highest.set(uid, sequence);
          return sequence < before;
        });
        expect(lowered).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('The file', () => {
  const rule: SeriesRule = {
    date: '2026-12-01',
    time: '18:00',
    minutes: 120,
    repeat: { kind: 'weekly', interval: 2, count: 12, skip: ['2026-12-29'] },
  };
  const series = aSeries(rule);
  if (!series) throw new Error('This is a rule of ours.');
  const withMoved = changed(series, { kind: 'move', at: 3, days: 1, time: '17:00', minutes: 90 });

  it('reads as people have approved it', () => {
    expectFile('test/mails/group-calendar.ics', write(withMoved).replaceAll('\r\n', '\n'));
  });

  it('is the same to the byte each time', () => {
    expect(write(withMoved)).toBe(write(withMoved));
    expect(write(withMoved)).not.toBe(write(series));
  });

  it('stands with its time zone when there is no date', () => {
    const calendar = readCalendar(write());
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
  });

  it('has its own properties before its parts, lines of at most 75 octets, each ended by CR LF', () => {
    const file = writeGroupCalendar({
      events: feedEventsOf(withMoved),
      page: `${page}/${'ä€👩'.repeat(60)}`,
    });
    const lines = file.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
    const depth = (line: string) => (line.startsWith('BEGIN:') ? 1 : line.startsWith('END:') ? -1 : 0);
    const firstPart = lines.indexOf('BEGIN:VTIMEZONE');
    let level = 1;
    for (const line of lines.slice(firstPart)) {
      level += depth(line);
      expect(level > 1 || /^END:/.test(line)).toBe(true);
    }
  });

  it('names nobody, no door, and is private (P6)', () => {
    const calendar = readCalendar(write(withMoved));
    const events = calendar.getAllSubcomponents('vevent');
    expect(events).toHaveLength(2);
    for (const event of events) {
      expect(event.getAllProperties('attendee')).toEqual([]);
      expect(event.getAllProperties('organizer')).toEqual([]);
      expect(event.getFirstPropertyValue('summary')).toBe('Online-Treffen');
      expect(event.getFirstPropertyValue('class')).toBe('PRIVATE');
      expect(event.getFirstPropertyValue('location')).toBe(page);
    }
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Online-Treffen');
    expect(calendar.getAllProperties('method')).toEqual([]);
  });
});
