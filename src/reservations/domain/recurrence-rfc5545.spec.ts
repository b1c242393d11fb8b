import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { NTHS, WEEKDAYS, type Repeat } from './recurrence-rule.js';
import { datesOf } from './recurrence.js';

const day = (text: string) => Temporal.PlainDate.from(text);

/** The dates as text; of a refused series the fault. */
function told(start: string, repeat: Repeat): string[] | string {
  const series = datesOf(day(start), repeat);
  return series.kind === 'refused' ? series.fault : series.dates.map(({ date }) => date.toString());
}

describe('Beside an independent reading of RFC 5545', () => {
  const starts = fc.integer({ min: 0, max: 365 * 10 }).map((days) => day('2025-01-01').add({ days }));
  const ends = fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 52 }) }),
    fc.record({ days: fc.integer({ min: 0, max: 730 }) }),
  );
  type End = { count: number } | { days: number };

  const endOf = (start: Temporal.PlainDate, end: End) =>
    'count' in end ? end : { until: start.add({ days: end.days }).toString() };

  /** All dates, or the first 53. */
  function byTheRfc(start: Temporal.PlainDate, rule: string, end: End): string[] {
    const last =
      'count' in end ? '' : `;UNTIL=${start.add({ days: end.days }).toString().replaceAll('-', '')}`;
    const most = 'count' in end ? end.count : 53;
    const dates = ICAL.Recur.fromString(`${rule};WKST=MO${last}`).iterator(
      ICAL.Time.fromDateString(start.toString()),
    );
    const next = () => dates.next() as ICAL.Time | null;
    const found: string[] = [];
    for (let date = next(); date && found.length < most; date = next()) found.push(date.toString());
    return found;
  }

  function expectSame(ours: string[] | string, theirs: string[]) {
    if (theirs.length === 0) expect(ours).toBe('noDates');
    else if (theirs.length > 52) expect(ours).toBe('tooManyDates');
    else expect(ours).toEqual(theirs);
  }

  it('weekly series have the same dates', () => {
    const weekdays = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 });
    const rules = fc.record({ interval: fc.integer({ min: 1, max: 4 }), weekdays });
    fc.assert(
      fc.property(starts, rules, ends, (start, rule, end) => {
        const rfc = `FREQ=WEEKLY;INTERVAL=${rule.interval};BYDAY=${rule.weekdays.join(',')}`;
        const ours = told(start.toString(), { kind: 'weekly', ...rule, ...endOf(start, end) });
        expectSame(ours, byTheRfc(start, rfc, end));
      }),
      { numRuns: 300 },
    );
  });

  it('so have weekly series on the weekday of their start', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 4 }), ends, (start, interval, end) => {
        const ours = told(start.toString(), { kind: 'weekly', interval, ...endOf(start, end) });
        expectSame(ours, byTheRfc(start, `FREQ=WEEKLY;INTERVAL=${interval}`, end));
      }),
    );
  });

  it('so have monthly series', () => {
    const nths = fc.uniqueArray(fc.constantFrom(...NTHS), { minLength: 1 });
    const rules = fc.record({ nth: nths, weekday: fc.constantFrom(...WEEKDAYS) });
    fc.assert(
      fc.property(starts, rules, ends, (start, rule, end) => {
        const places = rule.nth.map((nth) => `${nth === 'last' ? -1 : nth}${rule.weekday}`);
        const ours = told(start.toString(), { kind: 'monthly', ...rule, ...endOf(start, end) });
        expectSame(ours, byTheRfc(start, `FREQ=MONTHLY;BYDAY=${places.join(',')}`, end));
      }),
      { numRuns: 300 },
    );
  });
});
