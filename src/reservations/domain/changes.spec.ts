import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changed, changedSeries, shifted } from './changes.js';
import { WEEKDAYS, type Repeat, type SeriesRule } from './recurrence-rule.js';
import { datesOf } from './recurrence.js';

const standing = {
  startsAt: '2026-12-08T17:00:00Z',
  endsAt: '2026-12-08T19:00:00Z',
  heldUntil: '2026-12-08T19:15:00Z',
  roomId: 'room',
  expectedParticipants: 8,
  seriesDate: '2026-12-01',
  state: 'planned' as const,
  serverId: 'server',
};
const asItIs = {
  ...{ date: '2026-12-08', time: '18:00', minutes: 120, roomId: 'room' },
  expectedParticipants: 8,
  seriesDate: '2026-12-01',
  held: {
    ...{ roomId: 'room', serverId: 'server', people: 8 },
    range: {
      start: Temporal.Instant.from('2026-12-08T17:00:00Z'),
      end: Temporal.Instant.from('2026-12-08T19:00:00Z'),
    },
    until: Temporal.Instant.from('2026-12-08T19:15:00Z'),
  },
};

describe('A date after a change', () => {
  it.each([
    ['nothing', {}],
    ['the time', { time: '19:30' }],
    ['the day', { date: '2026-12-09' }],
    ['the length', { minutes: 90 }],
    ['the room', { roomId: 'other' }],
    ['the people', { expectedParticipants: 3 }],
  ])('of %s keeps all else', (_, change) => {
    expect(changed(standing, change)).toEqual({ ...asItIs, ...change });
  });

  it('holds nothing when it was called off or left out', () => {
    expect(changed({ ...standing, state: 'cancelled' }, {}).held).toBeUndefined();
    expect(changed({ ...standing, state: 'leftOut' }, {}).held).toBeUndefined();
  });

  it('takes what is named but not given for unchanged', () => {
    expect(changed(standing, { time: undefined, roomId: undefined })).toEqual(asItIs);
  });
});

describe('A series after a change of all its dates', () => {
  const repeat: Repeat = {
    kind: 'weekly',
    interval: 2,
    weekdays: ['SA', 'SU'],
    until: '2027-01-31',
    skip: ['2026-12-26'],
  };
  const weekly = { date: '2026-12-05', time: '18:00', minutes: 120, repeat };
  const monthly: SeriesRule = {
    ...weekly,
    date: '2026-12-01',
    repeat: { kind: 'monthly', nth: [1], weekday: 'TU', count: 12 },
  };
  const stay = { from: '2026-12-05', to: '2026-12-05' };

  it('turns its weekdays, its end and what it skips', () => {
    expect(changedSeries(weekly, {}, { from: '2026-12-12', to: '2026-12-14' })).toEqual({
      date: '2026-12-07',
      time: '18:00',
      minutes: 120,
      repeat: { ...repeat, weekdays: ['MO', 'TU'], until: '2027-02-02', skip: ['2026-12-28'] },
    });
  });

  it('backwards too, and over weeks', () => {
    const { repeat: turned } = changedSeries(weekly, {}, { from: '2026-12-05', to: '2026-11-25' });
    expect(turned).toMatchObject({ weekdays: ['WE', 'TH'] });
  });

  it('has another time or length on the same days', () => {
    expect(changedSeries(weekly, { time: '19:00' }, stay)).toEqual({ ...weekly, time: '19:00' });
    expect(changedSeries(monthly, { minutes: 90 }, stay)).toEqual({ ...monthly, minutes: 90 });
  });

  it.each([
    ['to another day', { from: '2026-12-01', to: '2026-12-02' }, '2026-12-02'],
    ['at another time', { from: '2026-12-08', to: '2026-12-08' }, '2026-12-08'],
  ])('from one on says since when it holds, %s', (_, move, since) => {
    const rest = changedSeries(monthly, { time: '19:00' }, { ...move, isRest: true });
    expect(rest).toMatchObject({ time: '19:00', repeat: monthly.repeat, since });
    const later = changedSeries(rest, {}, { from: '2026-12-01', to: '2026-12-04' });
    expect(later.since).toBe(shifted(since, { from: '2026-12-01', to: '2026-12-04' }));
  });

  it('from one on in another room is the same series', () => {
    const day = { from: '2026-12-08', to: '2026-12-08', isRest: true };
    expect(changedSeries(monthly, {}, day)).toEqual(monthly);
    expect(changedSeries({ ...monthly, since: '2026-12-01' }, { time: '18:00' }, day).since).toBe(
      '2026-12-01',
    );
  });

  it('keeps days of one week together: a rule that leaves weeks out is remembered with the distance', () => {
    const sunday: SeriesRule = {
      ...weekly,
      date: '2026-12-07',
      repeat: { ...repeat, weekdays: ['MO', 'SU'] },
    };
    const later = changedSeries(sunday, {}, { from: '2026-12-07', to: '2026-12-08' });
    expect(later).toEqual({ ...sunday, movedDays: 1 });
    expect(changedSeries(later, {}, { from: '2026-12-08', to: '2026-12-14' })).toEqual({
      ...sunday,
      date: '2026-12-14',
      repeat: { ...repeat, weekdays: ['MO', 'SU'], until: '2027-02-07', skip: ['2027-01-02'] },
    });
    expect(changedSeries(later, {}, { from: '2026-12-08', to: '2026-12-07' })).toEqual(sunday);
  });

  it('counts its weeks from its first date, also where that is on none of its weekdays', () => {
    const beside: SeriesRule = {
      ...weekly,
      date: '2026-12-06',
      repeat: { ...repeat, weekdays: ['MO'] },
    };
    const later = changedSeries(beside, {}, { from: '2026-12-14', to: '2026-12-15' });
    expect(later).toEqual({ ...beside, movedDays: 1 });
  });

  it('of a monthly rule remembers how far from its days people meet', () => {
    const later = changedSeries(monthly, {}, { from: '2026-12-01', to: '2026-12-02' });
    expect(later).toEqual({ ...monthly, movedDays: 1 });
    expect(changedSeries(later, {}, { from: '2026-12-02', to: '2026-11-29' })).toEqual({
      ...monthly,
      movedDays: -2,
    });
  });

  it('moves days over the end of a year and the 29th of February', () => {
    expect(shifted('2027-12-31', { from: '2027-01-01', to: '2027-01-02' })).toBe('2028-01-01');
    expect(shifted('2028-02-28', { from: '2028-01-03', to: '2028-01-04' })).toBe('2028-02-29');
  });

  it('gives exactly the days that were moved, for any weekly rule and however often it moves', () => {
    const daysFrom = ({ date, repeat, movedDays = 0 }: SeriesRule) => {
      const expanded = datesOf(Temporal.PlainDate.from(date), repeat);
      if (expanded.kind === 'refused') return expanded.fault;
      return expanded.dates.map((each) => [each.date.add({ days: movedDays }).toString(), each.isSkipped]);
    };
    const far = fc.integer({ min: -40, max: 40 });
    const moves = fc.array(far, { minLength: 1, maxLength: 4 });
    const rules = fc.record({
      interval: fc.integer({ min: 1, max: 4 }),
      weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
      count: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(rules, far, far, moves, (rule, start, skip, each) => {
        const after = (days: number) => Temporal.PlainDate.from('2026-12-01').add({ days }).toString();
        const date = after(start);
        const series: SeriesRule = {
          ...{ date, time: '18:00', minutes: 120 },
          repeat: { kind: 'weekly', ...rule, skip: [after(skip)] },
        };
        const total = each.reduce((sum, days) => sum + days, 0);
        const moved = each.reduce(
          (before, days) => changedSeries(before, {}, { from: after(0), to: after(days) }),
          series,
        );
        expect(daysFrom(moved)).toEqual(daysFrom({ ...series, movedDays: total }));
      }),
    );
  });
});
