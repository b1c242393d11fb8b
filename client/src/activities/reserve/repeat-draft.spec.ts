import { describe, expect, it } from '@jest/globals';
import {
  followDate,
  patternChoices,
  patternInWords,
  patternOf,
  repeatOf,
  startOfRepeat,
  weekdayChoices,
  type Pattern,
} from './repeat-draft.js';

const labels = (date: string) => patternChoices(date).map(({ label }) => label);
const rule = (date: string, pattern: Pattern) =>
  repeatOf({ ...startOfRepeat(date), date, often: 'regularly', pattern }, []);

describe('patterns in words', () => {
  it('follow from the date typed', () => {
    expect(labels('2026-12-01')).toEqual([
      'Jeden Dienstag',
      'Alle 2 Wochen am Dienstag',
      'Alle 3 Wochen am Dienstag',
      'Alle 4 Wochen am Dienstag',
      'Jeden 1. Dienstag im Monat',
      'Jeden 1. und 3. Dienstag im Monat',
      'Jeden letzten Dienstag im Monat',
      'An mehreren Wochentagen',
    ]);
  });

  it('say the pair that holds the date', () => {
    expect(labels('2026-12-10')).toContain('Jeden 2. und 4. Donnerstag im Monat');
    expect(labels('2026-12-17')).toContain('Jeden 1. und 3. Donnerstag im Monat');
    expect(labels('2026-12-24')).toContain('Jeden 2. und 4. Donnerstag im Monat');
  });

  it('offer no 5th, which few months have', () => {
    const fifth = labels('2026-12-29');
    expect(fifth).toContain('Jeden letzten Dienstag im Monat');
    expect(fifth.join()).not.toContain('5.');
  });

  it('are none without a date', () => {
    expect(patternChoices('')).toEqual([]);
  });

  it('begin the week on Monday', () => {
    expect(weekdayChoices().map(({ value }) => value)).toEqual(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
  });
});

describe('the chosen pattern in words', () => {
  const said = (facts: object, date = '2026-12-01') =>
    patternInWords({ ...startOfRepeat(date), date, often: 'regularly', ...facts });

  it('is the one that holds, without its end', () => {
    expect(said({ pattern: 'nth', count: '6' })).toBe('Jeden 1. Dienstag im Monat');
    expect(said({ pattern: 'nth' }, '2026-12-29')).toBe('Jeden letzten Dienstag im Monat');
  });

  it('names several weekdays in their order', () => {
    expect(said({ pattern: 'otherWeekdays', weekdays: ['TH', 'MO'] })).toBe('Jeden Montag und Donnerstag');
  });
});

describe('repeatOf', () => {
  it('makes the rule for the house', () => {
    expect(rule('2026-12-01', 'weekly1')).toEqual({ kind: 'weekly', interval: 1, count: 12 });
    expect(rule('2026-12-01', 'weekly4')).toEqual({ kind: 'weekly', interval: 4, count: 12 });
    expect(rule('2026-12-03', 'nth')).toEqual({ kind: 'monthly', nth: [1], weekday: 'TH', count: 12 });
    expect(rule('2026-12-17', 'twice')).toEqual({ kind: 'monthly', nth: [1, 3], weekday: 'TH', count: 12 });
    expect(rule('2026-12-28', 'last')).toEqual({ kind: 'monthly', nth: ['last'], weekday: 'MO', count: 12 });
    expect(rule('2026-12-06', 'otherWeekdays')).toEqual({
      kind: 'weekly',
      interval: 1,
      weekdays: ['SU'],
      count: 12,
    });
  });

  it('ends by number or by day and names what is left out', () => {
    const draft = { ...startOfRepeat('2026-12-01'), date: '2026-12-01', often: 'regularly' } as const;
    expect(repeatOf({ ...draft, count: '5' }, ['2026-12-08'])).toMatchObject({
      count: 5,
      skip: ['2026-12-08'],
    });
    expect(repeatOf({ ...draft, end: 'until', until: '2027-06-30' }, [])).toEqual({
      kind: 'weekly',
      interval: 1,
      until: '2027-06-30',
    });
  });

  it('is nothing for a single date', () => {
    expect(repeatOf({ ...startOfRepeat('2026-12-01'), date: '2026-12-01' }, [])).toBeUndefined();
  });
});

describe('followDate', () => {
  const moved = (facts: object, date: string) =>
    followDate({ ...startOfRepeat('2026-12-01'), ...facts, date }, '2026-12-01');

  it('takes a pattern that the new date offers, and the chosen one again with a date that offers it', () => {
    const fifth = moved({ often: 'regularly', pattern: 'nth' }, '2026-12-29');
    expect(patternOf(fifth)).toBe('last');
    expect(repeatOf(fifth, [])).toMatchObject({ nth: ['last'] });
    expect(patternOf(followDate({ ...fifth, date: '2026-12-15' }, '2026-12-29'))).toBe('nth');
    expect(patternOf(moved({ pattern: 'weekly2' }, '2026-12-29'))).toBe('weekly2');
  });

  it('moves weekdays that nobody chose, and a last day that has gone by', () => {
    expect(moved({}, '2026-12-03')).toMatchObject({ weekdays: ['TH'], until: '2027-06-01' });
    expect(moved({ weekdays: ['TU', 'FR'] }, '2026-12-03').weekdays).toEqual(['TU', 'FR']);
    expect(moved({}, '2027-07-01').until > '2027-07-01').toBe(true);
  });

  it('goes along with a date that is typed key by key, and is none in between', () => {
    const typed = (facts: object) => followDate({ ...moved(facts, ''), date: '2026-12-31' }, '');
    expect(moved({}, '')).toMatchObject({ weekdays: [], until: '2027-06-01' });
    expect(typed({})).toMatchObject({ weekdays: ['TH'], until: '2027-06-01' });
    expect(typed({ weekdays: ['TU', 'FR'] }).weekdays).toEqual(['TU', 'FR']);
  });
});
