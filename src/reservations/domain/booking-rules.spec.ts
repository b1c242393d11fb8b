import { describe, expect, it } from '@jest/globals';
import { faultOf, type BookingRules } from './booking-rules.js';
import { timesOf } from './occurrence-times.js';

const usual: BookingRules = {
  shortestMinutes: 30,
  longestMinutes: 240,
  opensAt: '07:00',
  closesAt: '23:00',
  horizonMonths: 12,
};
const roundTheClock: BookingRules = { ...usual, opensAt: '00:00', closesAt: '24:00' };
const NOW = '2026-12-01T09:00';

function judge(
  wish: { date?: string; time?: string; minutes?: number },
  rules: BookingRules = usual,
  now: string = NOW,
) {
  const wished = { date: '2026-12-08', time: '18:00', minutes: 120, ...wish };
  const times = timesOf(wished);
  if (times.kind === 'missing') throw new Error('The wish of this example does not exist.');
  const at = Temporal.PlainDateTime.from(now).toZonedDateTime('Europe/Berlin').toInstant();
  return faultOf({ ...wished, range: times.range }, rules, at);
}

describe('A wish keeps the rules', () => {
  it.each([
    ['on the hour', { time: '18:00' }],
    ['on each quarter', { time: '18:45' }],
    ['for the shortest time', { minutes: 30 }],
    ['for the longest time', { minutes: 240 }],
    ['a minute from now', { date: '2026-12-01', time: '09:15' }],
    ['on the last day of the horizon', { date: '2027-12-01' }],
    ['from the opening on', { time: '07:00' }],
    ['until the closing', { time: '22:00', minutes: 60 }],
  ])('%s', (_, wish) => {
    expect(judge(wish, usual, '2026-12-01T09:14')).toBeUndefined();
  });
});

describe('A date that stands', () => {
  const NARROW = { ...usual, opensAt: '09:00', closesAt: '19:00', longestMinutes: 60, shortestMinutes: 45 };
  const wished = { date: '2026-12-08', time: '18:00', minutes: 120 };
  const rangeOf = (wish: typeof wished) => {
    const times = timesOf(wish);
    if (times.kind === 'missing') throw new Error('The wish of this example does not exist.');
    return times.range;
  };
  const range = rangeOf(wished);
  const held = { roomId: 'a', serverId: null, range, until: range.end, people: 8 };
  it.each([
    ['stays', {}, undefined],
    ['ends earlier', { minutes: 90 }, undefined],
    ['does not become too short', { minutes: 30 }, 'tooShort'],
    ['does not become longer', { minutes: 135 }, 'tooLong'],
    ['does not go to another day', { date: '2026-12-09', minutes: 60, time: '18:15' }, 'outsideHours'],
    ['does not begin at another time', { time: '18:15', minutes: 60 }, 'outsideHours'],
  ])('against newer rules %s', (_, change, fault) => {
    const wish = { ...wished, ...change };
    const now = Temporal.Instant.from('2026-12-01T08:00Z');
    expect(faultOf({ ...wish, range: rangeOf(wish), held }, NARROW, now)).toBe(fault);
  });
});

describe('A wish breaks a rule', () => {
  it.each([
    ['a minute off the grid', { time: '18:01' }, 'offGrid'],
    ['a minute before the quarter', { time: '18:14' }, 'offGrid'],
    ['a minute too short', { minutes: 29 }, 'tooShort'],
    ['no time at all', { minutes: 0 }, 'tooShort'],
    ['a negative time', { minutes: -60 }, 'tooShort'],
    ['a minute too long', { minutes: 241 }, 'tooLong'],
    ['thirty hours', { minutes: 1800 }, 'tooLong'],
    ['at this very moment', { date: '2026-12-01', time: '09:00' }, 'past'],
    ['a quarter of an hour ago', { date: '2026-12-01', time: '08:45' }, 'past'],
    ['yesterday', { date: '2026-11-30' }, 'past'],
    ['a day beyond the horizon', { date: '2027-12-02' }, 'beyondHorizon'],
    ['a quarter before the opening', { time: '06:45' }, 'outsideHours'],
    ['a quarter after the closing', { time: '22:15', minutes: 60 }, 'outsideHours'],
    ['past midnight', { time: '22:00', minutes: 180 }, 'outsideHours'],
    ['until midnight where the house closes at 23:00', { time: '22:00', minutes: 120 }, 'outsideHours'],
  ] as const)('%s', (_, wish, fault) => {
    expect(judge(wish)).toBe(fault);
  });

  it('and hears of one at a time, the simplest first', () => {
    expect(judge({ date: '2020-01-01', time: '03:07', minutes: 5 })).toBe('offGrid');
    expect(judge({ date: '2020-01-01', time: '03:00', minutes: 5 })).toBe('tooShort');
    expect(judge({ date: '2020-01-01', time: '03:00', minutes: 60 })).toBe('past');
  });
});

describe('The horizon', () => {
  it.each([
    ['2027-02-28', 3, undefined],
    ['2027-03-01', 3, 'beyondHorizon'],
  ])('ends with a shorter month: %s within %i months of November 30th', (date, horizonMonths, fault) => {
    expect(judge({ date }, { ...usual, horizonMonths }, '2026-11-30T09:00')).toBe(fault);
  });

  it('counts from the local day, not from the day in UTC', () => {
    const rules = { ...usual, horizonMonths: 1 };
    expect(judge({ date: '2027-01-02' }, rules, '2026-12-02T00:30')).toBeUndefined();
    expect(judge({ date: '2027-01-02' }, rules, '2026-12-01T23:30')).toBe('beyondHorizon');
  });
});

describe('A house that closes at midnight', () => {
  const late: BookingRules = { ...usual, closesAt: '24:00' };

  it.each([
    ['until midnight', { time: '22:00', minutes: 120 }, undefined],
    ['until a quarter before midnight', { time: '22:00', minutes: 105 }, undefined],
    ['a quarter past midnight', { time: '22:00', minutes: 135 }, 'outsideHours'],
    ['from midnight on, before it opens', { time: '00:00', minutes: 60 }, 'outsideHours'],
  ])('%s', (_, wish, fault) => {
    expect(judge(wish, late)).toBe(fault);
  });

  it('takes midnight itself where it is always open', () => {
    expect(judge({ time: '00:00', minutes: 60 }, roundTheClock)).toBeUndefined();
    expect(judge({ time: '23:30', minutes: 30 }, roundTheClock)).toBeUndefined();
    expect(judge({ time: '23:30', minutes: 45 }, roundTheClock)).toBe('outsideHours');
  });
});

describe('In the night of the clock change', () => {
  const early: BookingRules = { ...usual, opensAt: '00:00', closesAt: '04:00' };

  it('the end counts on the wall: going forward, two hours from 01:30 end at 04:30', () => {
    expect(judge({ date: '2027-03-28', time: '01:00', minutes: 120 }, early)).toBeUndefined();
    expect(judge({ date: '2027-03-28', time: '01:30', minutes: 120 }, early)).toBe('outsideHours');
  });

  it('the end counts on the wall: going back, three hours from 01:30 end at 03:30', () => {
    expect(judge({ date: '2027-10-31', time: '01:30', minutes: 180 }, early)).toBeUndefined();
    expect(judge({ date: '2027-10-31', time: '01:30', minutes: 225 }, early)).toBe('outsideHours');
  });

  it('the first of two equal hours is past when the second one runs', () => {
    const second = Temporal.Instant.from('2026-10-25T01:15:00Z');
    const wish = { date: '2026-10-25', time: '02:30', minutes: 60 };
    const times = timesOf(wish);
    expect(times.kind === 'settled' && faultOf({ ...wish, range: times.range }, roundTheClock, second)).toBe(
      'past',
    );
  });
});
