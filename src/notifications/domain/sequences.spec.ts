import { describe, expect, it } from '@jest/globals';
import { instantAt } from '../../kernel/local-time.js';
import { dayOf, sequenceOf, sequenceOfDay } from './sequences.js';

const at = (wall: string) => instantAt(Temporal.PlainDateTime.from(wall));

describe('Mails of one kind about one thing are told apart', () => {
  it('by a number for each minute that fits into the row', () => {
    expect(sequenceOf(at('2026-12-08T18:01'))).toBe(sequenceOf(at('2026-12-08T18:00')) + 1);
    expect(sequenceOf(at('2199-12-31T23:59'))).toBeLessThan(2 ** 31);
  });

  it.each(['2000-01-01', '2026-12-31', '2027-01-01'])('by a number for each day, and back: %s', (day) => {
    const date = Temporal.PlainDate.from(day);
    expect(dayOf(sequenceOfDay(date)).toString()).toBe(day);
    expect(sequenceOfDay(date.add({ days: 1 }))).toBe(sequenceOfDay(date) + 1);
  });
});
