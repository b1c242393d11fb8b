import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { HOUSE_TIME_ZONE } from '../../kernel/local-time.js';
import { NTHS, WEEKDAYS, type Repeat } from './recurrence-rule.js';
import { isKnownEverywhere, rruleOf } from './recurrence-rrule.js';
import { datesOf } from './recurrence.js';

const day = (text: string) => Temporal.PlainDate.from(text);

/** The dates as text; of a refused series the fault. */
function told(start: Temporal.PlainDate, repeat: Repeat): string[] | string {
  const series = datesOf(start, repeat);
  return series.kind === 'refused' ? series.fault : series.dates.map(({ date }) => date.toString());
}

const starts = fc.integer({ min: 0, max: 365 * 11 }).map((days) => day('2025-01-01').add({ days }));
const times = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => ({ hour: quarter >> 2, minute: 15 * (quarter % 4) }));
const ends = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 52 }) }),
  fc.record({ days: fc.integer({ min: 0, max: 730 }) }),
);
type End = { count: number } | { days: number };

const endOf = (start: Temporal.PlainDate, end: End) =>
  'count' in end ? end : { until: start.add({ days: end.days }).toString() };

const weeklies = fc.record({
  kind: fc.constant('weekly' as const),
  interval: fc.integer({ min: 1, max: 4 }),
  weekdays: fc.option(fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }), { nil: undefined }),
});
const monthlies = fc.record({
  kind: fc.constant('monthly' as const),
  nth: fc.uniqueArray(fc.constantFrom(...NTHS), { minLength: 1 }),
  weekday: fc.constantFrom(...WEEKDAYS),
});

describe('Beside rrule-temporal, another reading of RFC 5545', () => {
  /** Local days of the dates, the first 53 at most, on a clock of the house. */
  function byTheLibrary(dtstart: Temporal.ZonedDateTime, rrule: string): string[] {
    const rule = new RRuleTemporal({ rruleString: rrule, dtstart, temporal: Temporal });
    return rule.all((_, index) => index < 53).map((date) => date.toPlainDate().toString());
  }

  function withoutCount(start: Temporal.PlainDate, repeat: Repeat): string {
    return rruleOf(start, repeat, 0).replace(/;COUNT=0$/, '');
  }

  /** The end of the last possible day, in UTC as the RFC demands of a start with a zone. */
  function untilInUtc(start: Temporal.PlainDate, days: number): string {
    const lastMoment = start
      .add({ days: days + 1 })
      .toZonedDateTime(HOUSE_TIME_ZONE)
      .subtract({ seconds: 1 });
    return lastMoment.toInstant().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  }

  it.each([
    ['weekly', weeklies],
    ['monthly', monthlies],
  ] as const)('%s series have the same dates from 2025 to 2035', (_, rules) => {
    fc.assert(
      fc.property(starts, rules as fc.Arbitrary<Repeat>, ends, (start, rule, end) => {
        const ours = told(start, { ...rule, ...endOf(start, end) });
        const last = 'count' in end ? `COUNT=${end.count}` : `UNTIL=${untilInUtc(start, end.days)}`;
        const noon = start.toZonedDateTime({ timeZone: HOUSE_TIME_ZONE, plainTime: '12:00' });
        const theirs = byTheLibrary(noon, `${withoutCount(start, rule)};${last}`);
        if (theirs.length === 0) expect(ours).toBe('noDates');
        else if (theirs.length > 52) expect(ours).toBe('tooManyDates');
        else expect(ours).toEqual(theirs);
      }),
      { numRuns: 400 },
    );
  });

  it('the written rule, begun at any of its dates, gives the dates from there on', () => {
    fc.assert(
      fc.property(starts, fc.oneof(weeklies, monthlies), times, fc.nat(), (start, rule, time, at) => {
        const ours = told(start, { ...rule, count: 30 });
        if (typeof ours === 'string') throw new Error(ours);
        const rest = ours.slice(at % ours.length);
        const first = day(rest[0] ?? '');
        const dtstart = first.toZonedDateTime({
          timeZone: HOUSE_TIME_ZONE,
          plainTime: Temporal.PlainTime.from(time),
        });
        // In the night of the change a time that does not exist is passed over by the library; such rules are not written.
        fc.pre(time.hour !== 2);
        expect(byTheLibrary(dtstart, rruleOf(start, rule, rest.length))).toEqual(rest);
      }),
      { numRuns: 300 },
    );
  });
});

describe('A rule as calendars read it', () => {
  it.each<[string, Repeat, string]>([
    [
      'each week on the day of its start',
      { kind: 'weekly', interval: 1 },
      'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO;COUNT=5',
    ],
    [
      'every second week on two days',
      { kind: 'weekly', interval: 2, weekdays: ['TH', 'TU'] },
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO;COUNT=5',
    ],
    ['once a month', { kind: 'monthly', nth: [1], weekday: 'TU' }, 'FREQ=MONTHLY;BYDAY=1TU;COUNT=5'],
    [
      'last in the month',
      { kind: 'monthly', nth: ['last'], weekday: 'MO' },
      'FREQ=MONTHLY;BYDAY=-1MO;COUNT=5',
    ],
    ['twice a month', { kind: 'monthly', nth: [1, 3], weekday: 'TH' }, 'FREQ=MONTHLY;BYDAY=1TH,3TH;COUNT=5'],
  ])('%s', (_, repeat, rrule) => {
    expect(rruleOf(day('2026-12-01'), repeat, 5)).toBe(rrule);
  });

  it.each<[Repeat, boolean]>([
    [{ kind: 'weekly', interval: 3, weekdays: ['MO', 'TU'] }, true],
    [{ kind: 'monthly', nth: [4], weekday: 'TU' }, true],
    [{ kind: 'monthly', nth: ['last', 'last'], weekday: 'TU' }, true],
    [{ kind: 'monthly', nth: [5], weekday: 'TU' }, false],
    [{ kind: 'monthly', nth: [1, 3], weekday: 'TU' }, false],
  ])('%j is known to every program: %s', (repeat, expected) => {
    expect(isKnownEverywhere(repeat)).toBe(expected);
  });
});
