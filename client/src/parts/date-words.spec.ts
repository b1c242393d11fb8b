import { describe, expect, it } from '@jest/globals';
import { clockInWords, dayInWords, dayOfYearInWords, listInWords, periodInWords } from './date-words.js';

describe('dates in words', () => {
  it('says a period as people do', () => {
    const period = { startsAt: '2026-12-01T17:00:00Z', endsAt: '2026-12-01T19:00:00Z' };
    expect(periodInWords(period)).toBe('Dienstag, 1. Dezember 2026, 18:00 bis 20:00 Uhr');
  });

  it('says days and clock times', () => {
    expect(dayInWords('2027-03-28')).toBe('Sonntag, 28. März 2027');
    expect(dayInWords('')).toBe('');
    expect(dayOfYearInWords('2027-03-28')).toBe('28. März');
    expect(clockInWords('2027-03-28T16:45:00Z')).toBe('18:45 Uhr');
  });

  it('joins a list', () => {
    expect(listInWords([])).toBe('');
    expect(listInWords(['a'])).toBe('a');
    expect(listInWords(['a', 'b', 'c'])).toBe('a, b und c');
  });
});
