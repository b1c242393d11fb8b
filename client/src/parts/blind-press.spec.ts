import { describe, expect, it } from '@jest/globals';
import { isBlind, type Press } from './blind-press.js';

const first: Press = { at: 1000, x: 100, y: 200, control: 'Absagen', words: 'Absagen' };
const next = (facts: Partial<Press>): Press => ({ ...first, at: 1300, control: 'other', ...facts });
const BEFORE = 500;

describe('A blind press', () => {
  it('hits something else on the same spot before anybody can have read it', () => {
    expect(isBlind(next({ at: 1120 }), first, BEFORE)).toBe(true);
    expect(isBlind(next({ at: 1600, x: 118, y: 185 }), first, BEFORE)).toBe(true);
  });

  it('is none elsewhere, for nobody presses twice in two places', () => {
    expect(isBlind(next({ y: 240 }), first, BEFORE)).toBe(false);
    expect(isBlind(next({ x: 131 }), first, BEFORE)).toBe(false);
  });

  it('is none on what was pressed before', () => {
    expect(isBlind({ ...first, at: 1120 }, first, BEFORE)).toBe(false);
  });

  it('is one where the same button now says something else', () => {
    expect(isBlind({ ...first, at: 1120, words: 'Absage zurücknehmen' }, first, BEFORE)).toBe(true);
  });

  it('is none once there was time to read', () => {
    expect(isBlind(next({ at: 1700 }), first, BEFORE)).toBe(false);
  });

  it('counts from the change when the answer took longer than the fingers', () => {
    expect(isBlind(next({ at: 4000 }), first, 3800)).toBe(true);
    expect(isBlind(next({ at: 4000 }), first, 4010)).toBe(true);
    expect(isBlind(next({ at: 4500 }), first, 3800)).toBe(false);
  });

  it('is none without a press before', () => {
    expect(isBlind(next({}), undefined, 1200)).toBe(false);
  });
});
