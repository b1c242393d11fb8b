import { describe, expect, it } from '@jest/globals';
import { demoDates, demoSeries } from './demo-dates.js';
import { DEMO_CONTACT_POINTS } from './demo-people.js';
import type { DemoRule } from './demo-people.js';

const datesFrom = (today: string, rule: DemoRule) =>
  demoDates(rule, Temporal.PlainDate.from(today)).map(String);

describe('The dates of a demo group within three months', () => {
  it.each([
    [
      'every first Tuesday',
      { kind: 'nth', nth: [1], weekday: 2 },
      ['2026-12-01', '2027-01-05', '2027-02-02'],
    ],
    [
      'every first and third Thursday',
      { kind: 'nth', nth: [1, 3], weekday: 4 },
      ['2026-12-03', '2026-12-17', '2027-01-07', '2027-01-21', '2027-02-04', '2027-02-18'],
    ],
    ['every last Monday', { kind: 'last', weekday: 1 }, ['2026-11-30', '2026-12-28', '2027-01-25']],
  ] as [string, DemoRule, string[]][])('%s', (_, rule, expected) => {
    expect(datesFrom('2026-11-20', rule)).toEqual(expected);
  });

  it('every Friday, without a gap', () => {
    const fridays = datesFrom('2026-11-20', { kind: 'weekly', weekday: 5 });
    expect(fridays).toHaveLength(13);
    expect(fridays[0]).toBe('2026-11-27');
    expect(fridays.at(-1)).toBe('2027-02-19');
  });

  it('the last Monday may be the fourth or the fifth', () => {
    expect(datesFrom('2027-02-01', { kind: 'last', weekday: 1 })).toEqual([
      '2027-02-22',
      '2027-03-29',
      '2027-04-26',
    ]);
  });

  it('begin tomorrow, never today', () => {
    expect(datesFrom('2026-12-01', { kind: 'nth', nth: [1], weekday: 2 })).not.toContain('2026-12-01');
    expect(datesFrom('2026-11-30', { kind: 'nth', nth: [1], weekday: 2 })[0]).toBe('2026-12-01');
  });
});

describe('The rule of a demo group as a series', () => {
  const today = Temporal.PlainDate.from('2026-11-20');
  const until = '2027-02-20';
  it.each([
    ['renate', '2026-12-01', { kind: 'monthly', nth: [1], weekday: 'TU', until }],
    ['mehmet', '2026-12-03', { kind: 'monthly', nth: [1, 3], weekday: 'TH', until }],
    ['ilse', '2026-11-27', { kind: 'weekly', interval: 1, until }],
    ['anna', '2026-11-30', { kind: 'monthly', nth: ['last'], weekday: 'MO', until }],
  ])('of %s', (name, date, repeat) => {
    const groups = DEMO_CONTACT_POINTS.flatMap((contactPoint) => contactPoint.groups);
    const group = groups.find(({ representative }) => representative.email.startsWith(name));
    expect(group && demoSeries(group, today)).toMatchObject({ date, repeat });
  });
});
