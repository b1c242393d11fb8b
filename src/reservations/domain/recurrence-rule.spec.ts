import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NTHS, WEEKDAYS, type Nth, type Repeat, type Weekday } from './recurrence-rule.js';
import { datesOf } from './recurrence.js';

const day = (text: string) => Temporal.PlainDate.from(text);

/** The dates as text; of a refused series the fault. */
function told(start: string, repeat: Repeat): string[] | string {
  const series = datesOf(day(start), repeat);
  return series.kind === 'refused' ? series.fault : series.dates.map(({ date }) => date.toString());
}

describe('A series is refused', () => {
  const weekly = { kind: 'weekly', interval: 1 } as const;
  const monthly = { kind: 'monthly', nth: [1], weekday: 'TU' } as const;

  it.each<[string, Repeat, string]>([
    ['without an end', weekly, 'noEnd'],
    ['with two ends', { ...monthly, count: 3, until: '2027-01-01' }, 'twoEnds'],
    ['without a weekday', { ...weekly, weekdays: [], count: 3 }, 'noWeekday'],
    ['without a place in the month', { ...monthly, nth: [], count: 3 }, 'noNth'],
    ['with an unknown weekday', { ...weekly, weekdays: ['DI' as Weekday], count: 3 }, 'unreadable'],
    ['with an unknown weekday of a month', { ...monthly, weekday: 'DI' as Weekday, count: 3 }, 'unreadable'],
    ['with a sixth of a month', { ...monthly, nth: [6 as Nth], count: 3 }, 'unreadable'],
    ['every 0 weeks', { ...weekly, interval: 0, count: 3 }, 'unreadable'],
    ['every 5 weeks', { ...weekly, interval: 5, count: 3 }, 'unreadable'],
    ['every week and a half', { ...weekly, interval: 1.5, count: 3 }, 'unreadable'],
    ['every NaN weeks', { ...weekly, interval: NaN, count: 3 }, 'unreadable'],
    ['with no date', { ...weekly, count: 0 }, 'noDates'],
    ['with fewer dates than none', { ...weekly, count: -1 }, 'noDates'],
    ['with half a date', { ...weekly, count: 1.5 }, 'unreadable'],
    ['with a count that is no number', { ...weekly, count: NaN }, 'unreadable'],
    ['with 53 dates', { ...weekly, count: 53 }, 'tooManyDates'],
    ['with endless dates', { ...weekly, count: Infinity }, 'unreadable'],
    ['with 53 dates by its last', { ...weekly, until: '2027-11-30' }, 'tooManyDates'],
    ['with every day of two years', { ...weekly, weekdays: WEEKDAYS, until: '2028-12-01' }, 'tooManyDates'],
    ['when it ends before it starts', { ...weekly, until: '2026-11-30' }, 'untilBeforeStart'],
    ['a day beyond 24 months', { ...monthly, until: '2028-12-02' }, 'untilTooFar'],
    ['until the year 9999', { ...monthly, until: '9999-12-31' }, 'untilTooFar'],
    ['when no date fits before its end', { ...monthly, weekday: 'MO', until: '2026-12-06' }, 'noDates'],
    ['until a day that no calendar has', { ...weekly, until: '2027-02-29' }, 'noSuchDay'],
    ['until a time', { ...weekly, until: '2027-02-01T18:00:00+99:99' }, 'noSuchDay'],
    ['until a year of six digits', { ...weekly, until: '+002027-02-01' }, 'noSuchDay'],
    ['until nothing', { ...weekly, until: '' }, 'noSuchDay'],
  ])('%s', (_, repeat, fault) => {
    expect(told('2026-12-01', repeat)).toBe(fault);
  });

  it.each<[string, string, Repeat]>([
    ['that starts in the year 9999', '9999-12-31', { ...weekly, count: 2 }],
    ['that starts in the last year of all', '+275760-09-13', { ...weekly, count: 2 }],
    ['that starts in the first year of all', '-271821-04-19', { ...monthly, count: 2 }],
    ['that runs into the year 2200', '2199-12-31', { ...weekly, count: 2 }],
    ['with an end in the year 2200', '2199-12-31', { ...weekly, until: '2200-02-01' }],
  ])('%s', (_, start, repeat) => {
    expect(told(start, repeat)).toBe('beyondCalendar');
  });

  it('but not at its limits', () => {
    expect(told('2026-12-01', { ...weekly, count: 52 })).toHaveLength(52);
    expect(told('2026-12-01', { ...weekly, until: '2027-11-23' })).toHaveLength(52);
    expect(told('2026-12-01', { ...monthly, until: '2028-12-01' })).toHaveLength(24);
    expect(told('2028-02-29', { ...monthly, nth: ['last'], until: '2030-02-28' })).toHaveLength(25);
    expect(told('2199-12-24', { ...weekly, count: 2 })).toEqual(['2199-12-24', '2199-12-31']);
    expect(told('0001-01-01', { ...weekly, count: 2 })).toEqual(['0001-01-01', '0001-01-08']);
  });

  it('or answered, whatever is typed', () => {
    const number = fc.oneof(fc.integer({ min: -1, max: 60 }), fc.double());
    const date = fc.oneof(
      fc.date({ noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)),
      fc.string(),
    );
    const end = {
      count: fc.option(number, { nil: undefined }),
      until: fc.option(date, { nil: undefined }),
      skip: fc.array(date),
    };
    const weekday = fc.oneof(fc.constantFrom(...WEEKDAYS), fc.string()) as fc.Arbitrary<Weekday>;
    const nth = fc.oneof(fc.constantFrom(...NTHS), number) as fc.Arbitrary<Nth>;
    const weeklies = fc.record({
      kind: fc.constant('weekly' as const),
      interval: number,
      weekdays: fc.option(fc.array(weekday), { nil: undefined }),
      ...end,
    });
    const monthlies = fc.record({
      kind: fc.constant('monthly' as const),
      nth: fc.array(nth),
      weekday,
      ...end,
    });
    const anyStart = fc.integer({ min: -100_000_000, max: 100_000_000 });
    fc.assert(
      fc.property(anyStart, fc.oneof(weeklies, monthlies), (days, repeat) => {
        const answer = datesOf(day('1970-01-01').add({ days }), repeat);
        if (answer.kind === 'refused') return;
        expect(answer.dates.length).toBeGreaterThan(0);
        expect(answer.dates.length).toBeLessThanOrEqual(52);
      }),
    );
  });
});
