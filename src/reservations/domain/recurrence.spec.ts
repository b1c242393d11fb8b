import { describe, expect, it } from '@jest/globals';
import { timesOf } from './occurrence-times.js';
import type { Repeat } from './recurrence-rule.js';
import { datesOf } from './recurrence.js';

const day = (text: string) => Temporal.PlainDate.from(text);

/** The dates as text, a skipped one in brackets; of a refused series the fault. */
function told(start: string, repeat: Repeat): string[] | string {
  const series = datesOf(day(start), repeat);
  if (series.kind === 'refused') return series.fault;
  return series.dates.map(({ date, isSkipped }) => (isSkipped ? `(${date.toString()})` : date.toString()));
}

describe('A weekly series', () => {
  it.each<[string, string, Repeat, string[]]>([
    [
      'takes the weekday of its start when none is named',
      '2026-12-01',
      { kind: 'weekly', interval: 1, count: 3 },
      ['2026-12-01', '2026-12-08', '2026-12-15'],
    ],
    [
      'begins on the first day that fits, on or after the start',
      '2026-12-02',
      { kind: 'weekly', interval: 1, weekdays: ['TU'], count: 2 },
      ['2026-12-08', '2026-12-15'],
    ],
    [
      'meets on several weekdays, however they are ordered and repeated',
      '2026-12-01',
      { kind: 'weekly', interval: 1, weekdays: ['TH', 'TU', 'TH'], count: 4 },
      ['2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10'],
    ],
    [
      'counts the weeks from the Monday of the week it starts in',
      '2026-12-03',
      { kind: 'weekly', interval: 2, weekdays: ['TU', 'SU'], count: 3 },
      ['2026-12-06', '2026-12-15', '2026-12-20'],
    ],
    [
      'passes over its first week when that has no day left',
      '2026-12-06',
      { kind: 'weekly', interval: 3, weekdays: ['MO'], count: 2 },
      ['2026-12-21', '2027-01-11'],
    ],
    [
      'goes on over the end of the year, week 53 included',
      '2026-12-15',
      { kind: 'weekly', interval: 2, count: 3 },
      ['2026-12-15', '2026-12-29', '2027-01-12'],
    ],
    [
      'meets on 29 February',
      '2028-02-22',
      { kind: 'weekly', interval: 1, count: 3 },
      ['2028-02-22', '2028-02-29', '2028-03-07'],
    ],
    [
      'starts on the day the clocks go forward',
      '2027-03-28',
      { kind: 'weekly', interval: 1, count: 2 },
      ['2027-03-28', '2027-04-04'],
    ],
    [
      'starts on the day the clocks go back',
      '2026-10-25',
      { kind: 'weekly', interval: 4, count: 2 },
      ['2026-10-25', '2026-11-22'],
    ],
    [
      'meets on its last possible date too',
      '2026-12-01',
      { kind: 'weekly', interval: 1, until: '2026-12-15' },
      ['2026-12-01', '2026-12-08', '2026-12-15'],
    ],
    [
      'ends before a last possible date it does not meet',
      '2026-12-01',
      { kind: 'weekly', interval: 1, until: '2026-12-14' },
      ['2026-12-01', '2026-12-08'],
    ],
    [
      'may end on the day it starts',
      '2026-12-01',
      { kind: 'weekly', interval: 1, until: '2026-12-01' },
      ['2026-12-01'],
    ],
  ])('%s', (_, start, repeat, expected) => {
    expect(told(start, repeat)).toEqual(expected);
  });
});

describe('A monthly series', () => {
  it.each<[string, string, Repeat, string[]]>([
    [
      'looks from the month of its start on',
      '2026-12-08',
      { kind: 'monthly', nth: [1, 3], weekday: 'TU', count: 3 },
      ['2026-12-15', '2027-01-05', '2027-01-19'],
    ],
    [
      'begins on its start when that fits',
      '2026-12-01',
      { kind: 'monthly', nth: [1], weekday: 'TU', count: 2 },
      ['2026-12-01', '2027-01-05'],
    ],
    [
      'passes over months without a fifth',
      '2026-12-01',
      { kind: 'monthly', nth: [5], weekday: 'TU', count: 3 },
      ['2026-12-29', '2027-03-30', '2027-06-29'],
    ],
    [
      'takes the last, be it the fourth or the fifth',
      '2026-11-01',
      { kind: 'monthly', nth: ['last'], weekday: 'MO', count: 3 },
      ['2026-11-30', '2026-12-28', '2027-01-25'],
    ],
    [
      'counts once what is both the fifth and the last',
      '2026-12-01',
      { kind: 'monthly', nth: ['last', 5, 4], weekday: 'TU', count: 4 },
      ['2026-12-22', '2026-12-29', '2027-01-26', '2027-02-23'],
    ],
    [
      'sorts the dates of a month, however they are ordered and repeated',
      '2026-12-01',
      { kind: 'monthly', nth: ['last', 3, 1, 3], weekday: 'TH', count: 4 },
      ['2026-12-03', '2026-12-17', '2026-12-31', '2027-01-07'],
    ],
    [
      'meets on 29 February',
      '2028-02-01',
      { kind: 'monthly', nth: [5], weekday: 'TU', until: '2028-02-29' },
      ['2028-02-29'],
    ],
    [
      'starts on the day the clocks go back',
      '2026-10-25',
      { kind: 'monthly', nth: ['last'], weekday: 'SU', count: 2 },
      ['2026-10-25', '2026-11-29'],
    ],
    [
      'starts on the last day of a month',
      '2026-12-31',
      { kind: 'monthly', nth: [1], weekday: 'TH', count: 2 },
      ['2027-01-07', '2027-02-04'],
    ],
  ])('%s', (_, start, repeat, expected) => {
    expect(told(start, repeat)).toEqual(expected);
  });
});

describe('Skipped dates', () => {
  const weekly = { kind: 'weekly', interval: 1 } as const;

  it('count, stay visible, and are passed over when they are not in the series', () => {
    const skip = ['2026-12-08', '2026-12-09', '2030-01-01', '2026-12-08', 'Sommerpause'];
    expect(told('2026-12-01', { ...weekly, count: 3, skip })).toEqual([
      '2026-12-01',
      '(2026-12-08)',
      '2026-12-15',
    ]);
  });

  it('may be the first and the last', () => {
    const skip = ['2026-12-15', '2026-12-01'];
    expect(told('2026-12-01', { ...weekly, until: '2026-12-15', skip })).toEqual([
      '(2026-12-01)',
      '2026-12-08',
      '(2026-12-15)',
    ]);
  });

  it('are not all of them', () => {
    expect(told('2026-12-01', { ...weekly, count: 1, skip: ['2026-12-01'] })).toBe('noDates');
  });
});

describe('Six in the evening', () => {
  it('stays six in the evening all through the year', () => {
    const year = datesOf(day('2026-10-06'), { kind: 'weekly', interval: 1, count: 52 });
    if (year.kind === 'refused') throw new Error(year.fault);
    const inUtc = year.dates.map(({ date }) => {
      const times = timesOf({ date: date.toString(), time: '18:00', minutes: 120 });
      if (times.kind === 'missing') throw new Error('This time does not exist.');
      const { start, end } = times.range;
      expect(start.until(end).total('minutes')).toBe(120);
      expect(start.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString()).toBe(
        `${date.toString()}T18:00:00`,
      );
      return start.toZonedDateTimeISO('UTC').hour;
    });
    const weeks = (hour: number) => inUtc.filter((each) => each === hour).length;
    expect([weeks(16), weeks(17)]).toEqual([30, 22]);
  });
});
