import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  dateInWords,
  dateOf,
  dayInWords,
  dayOf,
  HOUSE_TIME_ZONE,
  instantOf,
  mondayOf,
  rangeInWords,
  settle,
  startOfDay,
  timeInWords,
  wallTimeOf,
  weekOf,
} from './local-time.js';

const instant = (text: string) => Temporal.Instant.from(text);

describe('A wall time settles to an instant', () => {
  it.each([
    ['in winter', '2026-12-01', '18:00', 'exact', '2026-12-01T17:00:00Z'],
    ['in summer', '2026-07-01', '18:00', 'exact', '2026-07-01T16:00:00Z'],
    ['at midnight', '2026-12-01', '00:00', 'exact', '2026-11-30T23:00:00Z'],
    ['just before the clocks go back in 2026', '2026-10-25', '01:59', 'exact', '2026-10-24T23:59:00Z'],
    [
      'in the first minute that happens twice in 2026',
      '2026-10-25',
      '02:00',
      'twice',
      '2026-10-25T00:00:00Z',
    ],
    ['in the last minute that happens twice in 2026', '2026-10-25', '02:59', 'twice', '2026-10-25T00:59:00Z'],
    ['just after the clocks went back in 2026', '2026-10-25', '03:00', 'exact', '2026-10-25T02:00:00Z'],
    ['just before the clocks go back in 2027', '2027-10-31', '01:59', 'exact', '2027-10-30T23:59:00Z'],
    ['in the hour that happens twice in 2027', '2027-10-31', '02:30', 'twice', '2027-10-31T00:30:00Z'],
    ['just after the clocks went back in 2027', '2027-10-31', '03:00', 'exact', '2027-10-31T02:00:00Z'],
    ['just before the clocks go forward in 2027', '2027-03-28', '01:59', 'exact', '2027-03-28T00:59:00Z'],
    ['just after the clocks went forward in 2027', '2027-03-28', '03:00', 'exact', '2027-03-28T01:00:00Z'],
  ])('%s', (_, date, time, kind, expected) => {
    const settled = settle({ date, time });
    expect(settled.kind).toBe(kind);
    expect('instant' in settled && settled.instant.toString()).toBe(expected);
  });

  it.each(['02:00', '02:15', '02:30', '02:59'])('but to none at %s when the clocks go forward', (time) => {
    expect(settle({ date: '2027-03-28', time })).toEqual({ kind: 'missing' });
  });

  it('and back to the same wall time, every quarter hour of every ordinary day', () => {
    const days = fc.integer({ min: 0, max: 20_000 });
    const quarters = fc.integer({ min: 0, max: 95 });
    fc.assert(
      fc.property(days, quarters, (day, quarter) => {
        const date = Temporal.PlainDate.from('2000-01-01').add({ days: day });
        fc.pre(date.toZonedDateTime(HOUSE_TIME_ZONE).hoursInDay === 24);
        const time = Temporal.PlainTime.from('00:00')
          .add({ minutes: quarter * 15 })
          .toString()
          .slice(0, 5);
        const wall = { date: date.toString(), time };
        const settled = settle(wall);
        expect(settled.kind).toBe('exact');
        expect('instant' in settled && wallTimeOf(settled.instant)).toEqual(wall);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('An instant on the wall', () => {
  it('leaves the seconds out', () => {
    expect(wallTimeOf(instant('2026-12-01T17:05:59Z'))).toEqual({ date: '2026-12-01', time: '18:05' });
  });

  it.each([
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
  ])('%s belongs to the day %s', (at, day) => {
    expect(dateOf(instant(at)).toString()).toBe(day);
  });

  it.each([
    ['2026-10-25', '2026-10-24T22:00:00Z', 25],
    ['2026-10-26', '2026-10-25T23:00:00Z', 24],
    ['2027-03-28', '2027-03-27T23:00:00Z', 23],
  ])('the day %s begins at %s and lasts %i hours', (day, begin, hours) => {
    const date = Temporal.PlainDate.from(day);
    const start = startOfDay(date);
    expect(start.toString()).toBe(begin);
    expect(start.until(startOfDay(date.add({ days: 1 }))).total('hours')).toBe(hours);
  });
});

describe('Times in words', () => {
  const range = { start: instant('2026-12-01T17:00:00Z'), end: instant('2026-12-01T19:00:00Z') };

  it('are German and local', () => {
    expect(dayInWords(range.start)).toBe('Dienstag, 1. Dezember 2026');
    expect(timeInWords(range.start)).toBe('18:00 Uhr');
    expect(rangeInWords(range)).toBe('Dienstag, 1. Dezember 2026, 18:00 bis 20:00 Uhr');
  });

  it('follow summer time', () => {
    const summer = { start: instant('2027-07-06T16:00:00Z'), end: instant('2027-07-06T17:30:00Z') };
    expect(rangeInWords(summer)).toBe('Dienstag, 6. Juli 2027, 18:00 bis 19:30 Uhr');
  });

  it('begin the day at 00:00', () => {
    expect(timeInWords(instant('2026-11-30T23:00:00Z'))).toBe('00:00 Uhr');
  });

  it.each([
    ['de-sie', 'Sonntag, 31. Oktober 2027, 02:30 (Sommerzeit) bis 02:30 Uhr (Winterzeit)'],
    ['de-leicht', 'Sonntag, 31. Oktober 2027, von 2:30 Uhr (Sommer-Zeit) bis 2:30 Uhr (Winter-Zeit)'],
    ['en', 'Sunday, 31 October 2027, 2:30 am (summer time) to 2:30 am (winter time), German time'],
  ] as const)('says which of two hours is meant when the clocks go back, in %s', (wording, words) => {
    const range = { start: instant('2027-10-31T00:30:00Z'), end: instant('2027-10-31T01:30:00Z') };
    expect(rangeInWords(range, wording)).toBe(words);
    expect(timeInWords(instant('2027-10-30T23:59:00Z'))).toBe('01:59 Uhr');
    expect(timeInWords(instant('2027-10-31T02:00:00Z'))).toBe('03:00 Uhr');
  });

  it.each([
    ['de-du', 'Dienstag, 1. Dezember 2026, 18:00 bis 20:00 Uhr'],
    ['de-leicht', 'Dienstag, 1. Dezember 2026, von 18 Uhr bis 20 Uhr'],
    ['en', 'Tuesday, 1 December 2026, 6 pm to 8 pm, German time'],
  ] as const)('are those of the wording: %s', (wording, words) => {
    expect(rangeInWords(range, wording)).toBe(words);
  });

  it.each([
    ['00:00', '0 Uhr', 'midnight'],
    ['00:15', '0:15 Uhr', '12:15 am'],
    ['07:05', '7:05 Uhr', '7:05 am'],
    ['11:45', '11:45 Uhr', '11:45 am'],
    ['12:00', '12 Uhr', 'midday'],
    ['12:30', '12:30 Uhr', '12:30 pm'],
    ['13:00', '13 Uhr', '1 pm'],
    ['23:45', '23:45 Uhr', '11:45 pm'],
  ])('%s is said easily and in English', (time, easy, english) => {
    const at = startOfDay(Temporal.PlainDate.from('2026-12-01')).add(
      Temporal.Duration.from(`PT${time.replace(':', 'H')}M`),
    );
    expect(timeInWords(at, 'de-leicht')).toBe(easy);
    expect(timeInWords(at, 'en')).toBe(english);
  });

  it('name a calendar day in each language', () => {
    expect(dateInWords('2027-01-01')).toBe('1. Januar 2027');
    expect(dateInWords('2027-01-01', 'en')).toBe('1 January 2027');
  });
});

describe('An instant on the clocks and in the calendar of the house', () => {
  it('is what Temporal says, in any order of asking', () => {
    const from = Temporal.Instant.from('1894-01-01T00:00Z').epochMilliseconds;
    const until = Temporal.Instant.from('2200-01-01T00:00Z').epochMilliseconds;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: from, max: until }), { minLength: 1 }), (all) => {
        for (const millis of all) {
          const instant = Temporal.Instant.fromEpochMilliseconds(millis);
          const wall = instant.toZonedDateTimeISO(HOUSE_TIME_ZONE).toPlainDateTime();
          const [date, time] = wall.toString({ smallestUnit: 'minute' }).split('T');
          expect(wallTimeOf(instant)).toEqual({ date, time });
          expect(dateOf(instant).toString()).toBe(date);
          const monday = wall.toPlainDate().subtract({ days: wall.dayOfWeek - 1 });
          expect(mondayOf(instant)).toBe(monday.toString());
        }
      }),
    );
  });

  it.each([
    ['2026-10-25T00:59:59.999Z', '02:59'],
    ['2026-10-25T01:00:00Z', '02:00'],
    ['2027-03-28T00:59:59.999Z', '01:59'],
    ['2027-03-28T01:00:00Z', '03:00'],
  ])('changes its clocks at %s', (at, time) => {
    expect(wallTimeOf(instant(at)).time).toBe(time);
  });

  it('begins its weeks on Monday, also when the clocks change', () => {
    expect(mondayOf(instant('2027-03-28T22:00:00Z'))).toBe('2027-03-29');
    expect(mondayOf(instant('2027-03-28T21:59:59Z'))).toBe('2027-03-22');
    expect(mondayOf(instant('2027-01-01T11:00:00Z'))).toBe('2026-12-28');
  });
});

describe('A stretch of time around an instant', () => {
  it.each([
    ['in winter', '2026-12-01T22:59:59Z', '2026-11-30T23:00:00Z', '2026-12-01T23:00:00Z'],
    ['of 25 hours', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['of 23 hours', '2027-03-28T12:00:00Z', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z'],
    ['from its first instant', '2027-03-27T23:00:00Z', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z'],
  ])('is the day %s', (_, at, start, end) => {
    // Asked twice: the second answer is remembered.
    for (const day of [dayOf(instant(at)), dayOf(instant(at))])
      expect([day.start.toString(), day.end.toString()]).toEqual([start, end]);
  });

  it.each([
    ['that goes on in the next year', '2026-12-30T12:00:00Z', '2026-12-27T23:00:00Z', '2027-01-03T23:00:00Z'],
    ['in which the clocks go back', '2026-10-25T22:59:59Z', '2026-10-18T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['from its first instant', '2026-10-25T23:00:00Z', '2026-10-25T23:00:00Z', '2026-11-01T23:00:00Z'],
  ])('is the week %s', (_, at, start, end) => {
    for (const week of [weekOf(instant(at)), weekOf(instant(at))])
      expect([week.start.toString(), week.end.toString()]).toEqual([start, end]);
  });

  it('ends a day at 24:00, also when it is asked for by its wall time', () => {
    expect(instantOf({ date: '2026-10-25', time: '24:00' }).toString()).toBe('2026-10-25T23:00:00Z');
    expect(instantOf({ date: '2026-10-25', time: '02:00' }).toString()).toBe('2026-10-25T00:00:00Z');
    expect(instantOf({ date: '2027-03-28', time: '02:30' }).toString()).toBe('2027-03-28T01:30:00Z');
  });
});
