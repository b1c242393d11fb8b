import { describe, expect, it } from '@jest/globals';
import type { Occurrence } from '../../api/shapes.js';
import { seriesInAll } from './series-in-all.js';

const inWords = 'Jeden 1. Dienstag im Monat, 18:00 bis 20:00 Uhr';
const wished = { inWords, time: '18:00' };
const dated = (date: string, facts: Partial<Occurrence> & { in?: string } = {}) => {
  const { in: room = 'Linde', ...others } = facts;
  const usual = { time: '18:00', minutes: 120, state: 'planned', room: { id: room, name: room } };
  return { date, ...usual, ...others } as Occurrence;
};
const datesOf = (occurrences: Occurrence[]) => occurrences.map(({ date }) => date);

describe('a series', () => {
  it('says which dates begin at another time or take place in another room, and which do not take place', () => {
    const series = seriesInAll(
      [
        dated('2027-01-05', { in: 'Birke' }),
        dated('2027-02-02'),
        dated('2027-03-02', { time: '20:00' }),
        dated('2027-04-06', { state: 'leftOut', in: 'Eiche' }),
      ],
      wished,
    );
    expect(series).toMatchObject({ inWords, room: { name: 'Linde' } });
    expect(datesOf(series.planned)).toEqual(['2027-01-05', '2027-02-02', '2027-03-02']);
    expect(datesOf(series.differing)).toEqual(['2027-01-05', '2027-03-02']);
    expect(datesOf(series.leftOut)).toEqual(['2027-04-06']);
  });

  it('has nothing that differs where all goes as wished, and takes the first of two rooms as the usual one', () => {
    expect(seriesInAll([dated('2027-01-05'), dated('2027-02-02')], wished).differing).toEqual([]);
    const changing = seriesInAll([dated('2027-01-05'), dated('2027-02-02', { in: 'Birke' })], wished);
    expect(changing).toMatchObject({ room: { name: 'Linde' }, differing: [{ date: '2027-02-02' }] });
  });

  it('that has moved differs from the time and the length of most of its dates', () => {
    const moved = [
      dated('2027-01-05', { time: '19:00' }),
      dated('2027-02-02'),
      dated('2027-03-02'),
      dated('2027-04-06', { minutes: 90 }),
    ];
    expect(datesOf(seriesInAll(moved, { inWords }).differing)).toEqual(['2027-01-05', '2027-04-06']);
    expect(datesOf(seriesInAll(moved, { inWords, time: '19:00' }).differing)).toHaveLength(3);
  });
});
