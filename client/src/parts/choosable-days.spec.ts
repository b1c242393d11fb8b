import { describe, expect, it } from '@jest/globals';
import { isChoosable, lastDay } from './choosable-days.js';
import { addMonths, today } from './local-time.js';

const rules = {
  minMinutes: 30,
  maxMinutes: 240,
  defaultMinutes: 120,
  opensAt: '07:00',
  closesAt: '21:00',
  horizonMonths: 6,
  bufferMinutes: 0,
};
const inMonths = (months: number) => addMonths(today(), months);

describe('the days of a date', () => {
  it('end with what can be reserved today', () => {
    expect(lastDay(rules)).toBe(inMonths(6));
    expect(isChoosable(inMonths(6), rules)).toBe(true);
    expect(isChoosable(inMonths(8), rules)).toBe(false);
  });

  it('reach as far as a date that is moved, which may keep its own', () => {
    expect(lastDay(rules, inMonths(8))).toBe(inMonths(8));
    expect(lastDay(rules, inMonths(4))).toBe(inMonths(6));
    expect(isChoosable(inMonths(8), rules, inMonths(8))).toBe(true);
    expect(isChoosable(inMonths(7), rules, inMonths(8))).toBe(false);
  });
});
