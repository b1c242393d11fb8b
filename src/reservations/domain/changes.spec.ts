import { describe, expect, it } from '@jest/globals';
import { changed, shifted, shiftedRepeat } from './changes.js';
import type { Repeat } from './recurrence-rule.js';

const standing = {
  startsAt: '2026-12-08T17:00:00Z',
  endsAt: '2026-12-08T19:00:00Z',
  roomId: 'room',
  expectedParticipants: 8,
  seriesDate: '2026-12-01',
};
const asItIs = {
  ...{ date: '2026-12-08', time: '18:00', minutes: 120, roomId: 'room' },
  expectedParticipants: 8,
  seriesDate: '2026-12-01',
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

  it('takes what is named but not given for unchanged', () => {
    expect(changed(standing, { time: undefined, roomId: undefined })).toEqual(asItIs);
  });
});

describe('A series moved by days', () => {
  const weekly: Repeat = {
    kind: 'weekly',
    interval: 2,
    weekdays: ['SA', 'SU'],
    until: '2027-01-31',
    skip: ['2026-12-26'],
  };

  it('turns its weekdays, its end and what it skips', () => {
    expect(shiftedRepeat(weekly, { from: '2026-12-05', to: '2026-12-07' })).toEqual({
      kind: 'weekly',
      interval: 2,
      weekdays: ['MO', 'TU'],
      until: '2027-02-02',
      skip: ['2026-12-28'],
    });
  });

  it('backwards too, and over weeks', () => {
    expect(shiftedRepeat(weekly, { from: '2026-12-05', to: '2026-11-25' })).toMatchObject({
      weekdays: ['WE', 'TH'],
    });
  });

  it('is the same when it stays', () => {
    expect(shiftedRepeat(weekly, { from: '2026-12-05', to: '2026-12-05' })).toBe(weekly);
  });

  it('of a monthly rule is said by no rule any more', () => {
    const monthly: Repeat = { kind: 'monthly', nth: [1], weekday: 'TU', count: 12 };
    expect(shiftedRepeat(monthly, { from: '2026-12-01', to: '2026-12-02' })).toBeUndefined();
  });

  it('moves days over the end of a year and the 29th of February', () => {
    expect(shifted('2027-12-31', { from: '2027-01-01', to: '2027-01-02' })).toBe('2028-01-01');
    expect(shifted('2028-02-28', { from: '2028-01-03', to: '2028-01-04' })).toBe('2028-02-29');
  });
});
