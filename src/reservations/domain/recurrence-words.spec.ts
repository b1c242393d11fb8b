import { describe, expect, it } from '@jest/globals';
import type { Repeat } from './recurrence-rule.js';
import { repeatInWords, seriesInWords } from './recurrence-words.js';

/** A Tuesday. */
const start = Temporal.PlainDate.from('2026-12-01');

describe('A rule in words', () => {
  it.each<[Repeat, string]>([
    [{ kind: 'weekly', interval: 1 }, 'Jeden Dienstag'],
    [{ kind: 'weekly', interval: 1, weekdays: ['SU'] }, 'Jeden Sonntag'],
    [{ kind: 'weekly', interval: 1, weekdays: ['TH', 'TU', 'TH'] }, 'Jeden Dienstag und Donnerstag'],
    [{ kind: 'weekly', interval: 1, weekdays: ['FR', 'MO', 'WE'] }, 'Jeden Montag, Mittwoch und Freitag'],
    [{ kind: 'weekly', interval: 3 }, 'Alle 3 Wochen am Dienstag'],
    [{ kind: 'weekly', interval: 2, weekdays: ['TU', 'TH'] }, 'Alle 2 Wochen am Dienstag und Donnerstag'],
    [{ kind: 'monthly', nth: [1], weekday: 'TU' }, 'Jeden 1. Dienstag im Monat'],
    [{ kind: 'monthly', nth: [3, 1], weekday: 'TH' }, 'Jeden 1. und 3. Donnerstag im Monat'],
    [{ kind: 'monthly', nth: ['last'], weekday: 'MO' }, 'Jeden letzten Montag im Monat'],
    [{ kind: 'monthly', nth: ['last', 2], weekday: 'SA' }, 'Jeden 2. und letzten Samstag im Monat'],
    [{ kind: 'monthly', nth: [5], weekday: 'FR' }, 'Jeden 5. Freitag im Monat'],
    [{ kind: 'monthly', nth: [5, 'last'], weekday: 'WE' }, 'Jeden letzten Mittwoch im Monat'],
  ])('%j', (repeat, expected) => {
    expect(repeatInWords(start, repeat)).toBe(expected);
  });
});

describe('A series in words', () => {
  const weekly = { kind: 'weekly', interval: 1 } as const;
  const words = (repeat: Repeat, time = '18:00', minutes = 120) =>
    seriesInWords({ date: '2026-12-01', time, minutes, repeat });

  it('tells its time and the number of its dates', () => {
    expect(words({ ...weekly, count: 12 })).toBe('Jeden Dienstag, 18:00 bis 20:00 Uhr, 12 Termine');
    expect(words({ ...weekly, count: 1 })).toBe('Jeden Dienstag, 18:00 bis 20:00 Uhr, 1 Termin');
  });

  it('tells its last possible date', () => {
    expect(words({ ...weekly, until: '2027-06-30' }, '09:15', 45)).toBe(
      'Jeden Dienstag, 09:15 bis 10:00 Uhr, bis zum 30. Juni 2027',
    );
  });

  it('tells an end after midnight as the clock shows it', () => {
    expect(words({ ...weekly, count: 2 }, '23:00', 120)).toBe(
      'Jeden Dienstag, 23:00 bis 01:00 Uhr, 2 Termine',
    );
  });

  it.each([
    [1, 'Mittwochs, jeweils 1 Tag nach dem'],
    [-2, 'Sonntags, jeweils 2 Tage vor dem'],
    [14, 'Dienstags, jeweils 14 Tage nach dem'],
  ])('tells on which day people meet, and how far from the days of the rule: %i', (movedDays, expected) => {
    const repeat = { kind: 'monthly', nth: [1], weekday: 'TU', count: 12 } as const;
    expect(seriesInWords({ date: '2026-12-01', time: '18:00', minutes: 120, repeat, movedDays })).toBe(
      `${expected} 1. Dienstag im Monat, 18:00 bis 20:00 Uhr, 12 Termine`,
    );
  });

  it('tells since when it holds, and not how many there are in all', () => {
    const since = { date: '2026-12-01', time: '18:00', minutes: 120, since: '2027-03-03' };
    const monthly = { kind: 'monthly', nth: [1], weekday: 'TU' } as const;
    expect(seriesInWords({ ...since, repeat: { ...monthly, count: 12 }, movedDays: 1 })).toBe(
      'Ab dem 3. März 2027 mittwochs, jeweils 1 Tag nach dem 1. Dienstag im Monat, 18:00 bis 20:00 Uhr',
    );
    expect(seriesInWords({ ...since, repeat: { ...weekly, interval: 2, until: '2027-06-30' } })).toBe(
      'Ab dem 3. März 2027 alle 2 Wochen am Dienstag, 18:00 bis 20:00 Uhr, bis zum 30. Juni 2027',
    );
  });

  it('begins with the first date to come that is as it says', () => {
    const since = { date: '2026-12-01', time: '18:00', minutes: 120, since: '2027-03-02' };
    const coming = [
      { date: '2027-02-23', time: '18:00', minutes: 120 },
      { date: '2027-03-02', time: '19:00', minutes: 120 },
      { date: '2027-03-09', time: '18:00', minutes: 90 },
      { date: '2027-03-16', time: '18:00', minutes: 120 },
    ];
    const told = seriesInWords({ ...since, repeat: { ...weekly, count: 12 } }, coming);
    expect(told).toBe('Ab dem 16. März 2027 jeden Dienstag, 18:00 bis 20:00 Uhr');
  });

  it('tells how far two days of a rule have moved that lie in two weeks now', () => {
    const repeat = { ...weekly, interval: 2, weekdays: ['MO', 'TH'], count: 8 } as const;
    const moved = { date: '2026-12-03', time: '18:00', minutes: 120, repeat, movedDays: -1 };
    expect(seriesInWords(moved)).toBe(
      'Alle 2 Wochen am Montag und Donnerstag, jeweils 1 Tag früher, 18:00 bis 20:00 Uhr, 8 Termine',
    );
  });

  it('tells when there is no end', () => {
    expect(words(weekly)).toBe('Jeden Dienstag, 18:00 bis 20:00 Uhr, ohne Ende');
  });
});
