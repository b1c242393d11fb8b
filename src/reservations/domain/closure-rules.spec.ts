import { describe, expect, it } from '@jest/globals';
import { closureFaultOf } from './closure-rules.js';
import { endOfWall, startOfWall, toWall } from './closure-walls.js';

const now = Temporal.Instant.from('2026-12-01T08:00:00Z');

describe('A closure', () => {
  it.each([
    ['of a minute', '2026-12-24T10:00', '2026-12-24T10:01', false, undefined],
    ['of nothing', '2026-12-24T10:00', '2026-12-24T10:00', false, 'closureEndsBeforeItBegins'],
    ['the wrong way round', '2026-12-24T10:00', '2026-12-23T10:00', true, 'closureEndsBeforeItBegins'],
    ['of two years', '2026-12-24T00:00', '2028-12-24T00:00', false, undefined],
    ['of two years and a minute', '2026-12-24T00:00', '2028-12-24T00:01', false, 'closureTooLong'],
    ['that ends in a minute', '2026-11-01T00:00', '2026-12-01T09:01', false, undefined],
    ['that ends now', '2026-11-01T00:00', '2026-12-01T09:00', false, 'closurePast'],
    ['that is over, and yearly', '2026-07-01T00:00', '2026-08-01T00:00', true, undefined],
    ['of almost a year, and yearly', '2027-01-01T00:00', '2027-12-31T23:59', true, undefined],
    ['of a year, and yearly', '2027-01-01T00:00', '2028-01-01T00:00', true, 'yearlyClosureTooLong'],
  ])('%s', (_, startsAt, endsAt, isYearly, fault) => {
    expect(closureFaultOf({ startsAt, endsAt, isYearly }, now)).toBe(fault);
  });
});

describe('The end of a day', () => {
  it.each([
    ['2026-12-24', '2026-12-25T00:00'],
    ['2026-12-31', '2027-01-01T00:00'],
    ['2028-02-29', '2028-03-01T00:00'],
  ])('24:00 on %s is the beginning of the next one, and is said again as 24:00', (date, wall) => {
    expect(toWall({ date, time: '24:00' })).toBe(wall);
    expect(endOfWall(wall)).toEqual({ date, time: '24:00' });
  });

  it('any other time stays on its day', () => {
    expect(toWall({ date: '2026-12-24', time: '18:15' })).toBe('2026-12-24T18:15');
    expect(endOfWall('2026-12-24T18:15')).toEqual({ date: '2026-12-24', time: '18:15' });
    expect(startOfWall('2026-12-24T00:00')).toEqual({ date: '2026-12-24', time: '00:00' });
  });
});
