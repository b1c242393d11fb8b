import { describe, expect, it } from '@jest/globals';
import { firstDraft, usualInWords } from './draft.js';

const rules = { minMinutes: 30, maxMinutes: 240, defaultMinutes: 120, horizonMonths: 12, bufferMinutes: 0 };

describe('a series', () => {
  it('is said as it was wished, without the number of dates', () => {
    const draft = firstDraft('2027-01-05', { ...rules, opensAt: '07:00', closesAt: '23:00' });
    expect(usualInWords({ ...draft, often: 'regularly', pattern: 'nth', count: '6' })).toBe(
      'Jeden 1. Dienstag im Monat, 18:00 bis 20:00 Uhr',
    );
  });
});
