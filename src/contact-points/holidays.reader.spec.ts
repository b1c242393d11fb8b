import { describe, expect, it } from '@jest/globals';
import { HolidaysReader } from './holidays.reader.js';

describe('Public holidays', () => {
  const holidays = new HolidaysReader();

  it.each([
    ['2027-01-01', 'NW', 'Neujahrstag'],
    ['2027-03-26', 'NW', 'Karfreitag'],
    ['2026-11-01', 'NW', 'Allerheiligen'],
    ['2026-11-01', 'BE', undefined],
    ['2026-10-31', 'SN', 'Reformationstag'],
    ['2026-12-24', 'NW', undefined],
    ['2026-12-08', 'NW', undefined],
  ])('%s in %s: %s', (date, land, name) => {
    expect(holidays.findHoliday(date, { land })).toBe(name);
  });
});
