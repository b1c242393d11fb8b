import { describe, expect, it } from '@jest/globals';
import type { Occurrence, Rules } from '../../api/shapes.js';
import { bookedSeries } from './booked-series.js';
import { firstDraft, type Draft } from './draft.js';

const rules = { minMinutes: 30, maxMinutes: 240, defaultMinutes: 120, horizonMonths: 12, bufferMinutes: 0 };
const draft: Draft = {
  ...firstDraft('2027-01-05', { ...rules, opensAt: '07:00', closesAt: '23:00' } satisfies Rules),
  often: 'regularly',
  pattern: 'nth',
  count: '6',
};
const dated = (date: string, facts: { time?: string; room?: string; state?: Occurrence['state'] } = {}) => {
  const { time = '18:00', room = 'Linde', state = 'planned' } = facts;
  return { date, time, state, room: { id: room, name: room } } as Occurrence;
};
const datesOf = (occurrences: Occurrence[]) => occurrences.map(({ date }) => date);

describe('a reserved series', () => {
  it('is said as it was wished, without the number of dates', () => {
    expect(bookedSeries([dated('2027-01-05')], draft).inWords).toBe(
      'Jeden 1. Dienstag im Monat, 18:00 bis 20:00 Uhr',
    );
  });

  it('says which dates begin at another time or take place in another room, and which do not take place', () => {
    const series = bookedSeries(
      [
        dated('2027-01-05', { room: 'Birke' }),
        dated('2027-02-02'),
        dated('2027-03-02', { time: '20:00' }),
        dated('2027-04-06', { state: 'leftOut', room: 'Eiche' }),
      ],
      draft,
    );
    expect(series).toMatchObject({ room: { name: 'Linde' } });
    expect(datesOf(series.planned)).toEqual(['2027-01-05', '2027-02-02', '2027-03-02']);
    expect(datesOf(series.differing)).toEqual(['2027-01-05', '2027-03-02']);
    expect(datesOf(series.leftOut)).toEqual(['2027-04-06']);
  });

  it('has nothing that differs where all goes as wished, and takes the first of two rooms as the usual one', () => {
    expect(bookedSeries([dated('2027-01-05'), dated('2027-02-02')], draft).differing).toEqual([]);
    const changing = bookedSeries([dated('2027-01-05'), dated('2027-02-02', { room: 'Birke' })], draft);
    expect(changing).toMatchObject({ room: { name: 'Linde' }, differing: [{ date: '2027-02-02' }] });
  });
});
