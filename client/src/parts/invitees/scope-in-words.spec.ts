import { describe, expect, it } from '@jest/globals';
import type { Occurrence } from '../../api/shapes.js';
import { listTitleOf, scopeInWords } from './scope-in-words.js';

// Half past midnight in the house, the day before by the clock of the world.
const ofSeries = { isSeries: true, startsAt: '2026-12-07T23:30:00Z' } as Occurrence;

describe('what people are invited to', () => {
  it('names the day of the one date', () => {
    expect(scopeInWords('date', ofSeries)).toBe('Nur zum Termin am Dienstag, 8. Dezember 2026');
    expect(scopeInWords('series', ofSeries)).toBe('Zu allen Terminen der Reihe');
  });

  it('names it above the list, too, unless the date stands alone', () => {
    expect(listTitleOf('date', ofSeries)).toBe('Nur eingeladen zum Termin am Dienstag, 8. Dezember 2026');
    expect(listTitleOf('series', ofSeries)).toBe('Zu allen Terminen der Reihe eingeladen');
    expect(listTitleOf('date', { ...ofSeries, isSeries: false })).toBe('Zu diesem Termin eingeladen');
  });
});
