import { describe, expect, it } from '@jest/globals';
import type { Closure } from '../../api/shapes.js';
import { closureInWords, hitInWords, inOrder, isOver } from './closure-words.js';

const closure = (facts: Partial<Closure> = {}): Closure => ({
  id: 'c1',
  scope: 'contactPoint',
  from: { date: '2026-12-24', time: '00:00' },
  to: { date: '2027-01-01', time: '24:00' },
  isYearly: false,
  version: 1,
  ...facts,
});
const oneDay = { date: '2026-12-24', time: '24:00' };

describe('closures in words', () => {
  it('says whole days without a time', () => {
    expect(closureInWords(closure())).toBe('Donnerstag, 24. Dezember 2026 bis Freitag, 1. Januar 2027');
    expect(closureInWords(closure({ to: oneDay }))).toBe('Donnerstag, 24. Dezember 2026');
  });

  it('says times where they count', () => {
    const from = { date: '2026-12-24', time: '14:00' };
    expect(closureInWords(closure({ from, to: oneDay }))).toBe(
      'Donnerstag, 24. Dezember 2026, 14:00 bis 24:00 Uhr',
    );
    expect(closureInWords(closure({ from }))).toBe(
      'Donnerstag, 24. Dezember 2026, 14:00 Uhr bis Freitag, 1. Januar 2027, 24:00 Uhr',
    );
  });

  it('says every year, and from which year on', () => {
    const yearly = closure({ isYearly: true });
    expect(closureInWords(yearly)).toBe('Ab 2026 jedes Jahr vom 24. Dezember bis 1. Januar');
    expect(closureInWords({ ...yearly, to: oneDay })).toBe('Ab 2026 jedes Jahr am 24. Dezember');
  });

  it('says a date that is hit, with its group for those who may know', () => {
    const hit = {
      occurrenceId: 'o1',
      date: '2026-12-24',
      time: '23:00',
      minutes: 90,
      room: { id: 'r1', name: 'Linde' },
    };
    expect(hitInWords(hit)).toBe('23:00 bis 00:30 Uhr · Linde');
    expect(hitInWords({ ...hit, group: { id: 'g1', label: 'Gruppe 17' } })).toContain(' · Gruppe 17');
  });
});

describe('the order of closures', () => {
  const order = (today: string, ...closures: Closure[]) => inOrder(closures, today).map(({ id }) => id);
  const christmas = closure({
    id: 'christmas',
    isYearly: true,
    from: { date: '2020-12-24', time: '00:00' },
    to: { date: '2021-01-01', time: '24:00' },
  });
  const day = (date: string) =>
    closure({ id: date, from: { date, time: '00:00' }, to: { date, time: '24:00' } });

  it('begins with what comes first and ends with what is over', () => {
    expect(order('2026-11-20', christmas, day('2026-11-01'), day('2027-02-01'), day('2026-11-30'))).toEqual([
      '2026-11-30',
      'christmas',
      '2027-02-01',
      '2026-11-01',
    ]);
  });

  it('counts a yearly one that still lasts as now, not as next year', () => {
    expect(order('2026-01-01', day('2026-01-15'), christmas)).toEqual(['christmas', '2026-01-15']);
    expect(order('2026-01-02', day('2026-01-15'), christmas)).toEqual(['2026-01-15', 'christmas']);
  });

  it('knows what is over', () => {
    expect(isOver(day('2026-11-01'), '2026-11-01')).toBe(false);
    expect(isOver(day('2026-11-01'), '2026-11-02')).toBe(true);
    expect(isOver(christmas, '2026-11-02')).toBe(false);
  });
});
