import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, instantOf, minutesOf, timeOf, today, wallTimeOf } from './local-time.js';

const iso = (date: string, time: string): string => new Date(instantOf({ date, time })).toISOString();

describe('local time', () => {
  it('reads instants as Berlin wall time in winter and summer', () => {
    expect(wallTimeOf('2026-12-01T17:00:00Z')).toEqual({ date: '2026-12-01', time: '18:00' });
    expect(wallTimeOf('2026-07-01T16:00:00Z')).toEqual({ date: '2026-07-01', time: '18:00' });
    expect(wallTimeOf('2026-12-01T23:30:00Z')).toEqual({ date: '2026-12-02', time: '00:30' });
  });

  it('keeps 19:00 at 19:00 on both sides of the change of clocks', () => {
    expect(iso('2026-10-24', '19:00')).toBe('2026-10-24T17:00:00.000Z');
    expect(iso('2026-10-25', '19:00')).toBe('2026-10-25T18:00:00.000Z');
    expect(iso('2027-03-27', '19:00')).toBe('2027-03-27T18:00:00.000Z');
    expect(iso('2027-03-28', '19:00')).toBe('2027-03-28T17:00:00.000Z');
  });

  it('takes the first of the doubled hour and moves the missing hour on', () => {
    expect(iso('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(iso('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z');
  });

  it('knows the day in Berlin, not on the device', () => {
    expect(today(Date.parse('2026-12-31T23:10:00Z'))).toBe('2027-01-01');
  });

  it('counts days and months over their ends', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
    expect(addMonths('2026-11-21', 12)).toBe('2027-11-21');
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
  });

  it('bears a year that is still being typed', () => {
    expect(wallTimeOf('0202-12-25T11:00:00Z').date).toBe('0202-12-25');
    expect(instantOf({ date: '0002-12-25', time: '18:00' })).toBeLessThan(0);
  });

  it('turns times into minutes and back', () => {
    expect(minutesOf('18:45')).toBe(1125);
    expect(timeOf(1125)).toBe('18:45');
  });
});
