import { describe, expect, it } from '@jest/globals';
import { stateInWords } from './state-in-words.js';

const TODAY = '2026-12-01';

describe('how the access of a group stands', () => {
  it.each([
    [{ state: 'active', accessFrom: '2026-12-01' }, 'Freigeschaltet'],
    [{ state: 'active', accessFrom: '2026-12-02' }, 'Freigeschaltet ab Mittwoch, 2. Dezember 2026'],
    [
      { state: 'active', accessFrom: '2026-11-01', accessUntil: '2027-01-31' },
      'Freigeschaltet bis Sonntag, 31. Januar 2027',
    ],
    [
      { state: 'active', accessFrom: '2027-01-01', accessUntil: '2027-01-31' },
      'Freigeschaltet ab Freitag, 1. Januar 2027 bis Sonntag, 31. Januar 2027',
    ],
    [{ state: 'paused', accessFrom: '2027-01-01', accessUntil: '2027-01-31' }, 'Pausiert'],
  ] as const)('%j', (group, said) => {
    expect(stateInWords(group, TODAY)).toBe(said);
  });
});
