import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RoomAvailability, Rules } from '../api/shapes.js';
import { barOf, dayOfRoomInWords, inTheWay, isFree, spansOn } from './availability.js';

const rules: Rules = {
  minMinutes: 30,
  maxMinutes: 240,
  defaultMinutes: 120,
  opensAt: '07:00',
  closesAt: '23:00',
  horizonMonths: 12,
  bufferMinutes: 0,
};
const evening = { startsAt: '2026-12-01T17:00:00Z', endsAt: '2026-12-01T19:00:00Z' };
const room = (facts: Partial<RoomAvailability> = {}): RoomAvailability => ({
  id: 'linde',
  name: 'Linde',
  kind: 'talk',
  seats: 12,
  taken: [],
  closed: [],
  ...facts,
});
const wish = (time: string) => ({ date: '2026-12-01', time, minutes: 120 });

/** „14:20 Uhr“ of the day before the one that most of this is about. */
beforeAll(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-30T13:20:00Z') });
});
afterAll(() => {
  jest.useRealTimers();
});

describe('availability', () => {
  it('cuts periods at midnight and leaves other days out', () => {
    const days = { startsAt: '2026-11-30T10:00:00Z', endsAt: '2026-12-01T09:00:00Z' };
    expect(spansOn('2026-12-01', [evening, days])).toEqual([
      { from: '00:00', to: '10:00' },
      { from: '18:00', to: '20:00' },
    ]);
    expect(spansOn('2026-12-02', [evening, days])).toEqual([]);
  });

  it('draws only what lies within the opening hours', () => {
    expect(barOf({ from: '00:00', to: '08:00' }, rules)).toEqual({ x: 0, width: 60 });
    expect(barOf({ from: '00:00', to: '06:00' }, rules)).toBeUndefined();
  });

  it('lets one meeting begin when the other ends', () => {
    expect(isFree(room({ taken: [evening] }), wish('16:00'), rules)).toBe(true);
    expect(isFree(room({ taken: [evening] }), wish('20:00'), rules)).toBe(true);
    expect(isFree(room({ closed: [evening] }), wish('19:45'), rules)).toBe(false);
    expect(inTheWay(wish('16:15'), [evening])).toEqual([evening]);
  });

  it.each<[string, Partial<RoomAvailability>, number, boolean]>([
    ['16:00', { taken: [evening] }, 15, false],
    ['15:45', { taken: [evening] }, 15, true],
    ['20:00', { taken: [evening] }, 15, true],
    ['16:00', { closed: [evening] }, 15, true],
    ['16:15', { closed: [evening] }, 0, false],
  ])('from %s beside %j, with a pause of %i minutes: %s', (time, facts, bufferMinutes, free) => {
    expect(isFree(room(facts), wish(time), { ...rules, bufferMinutes })).toBe(free);
  });

  it('says a day in one sentence', () => {
    const say = (facts: Partial<RoomAvailability>) => dayOfRoomInWords(room(facts), '2026-12-01', rules);
    expect(say({})).toBe('Den ganzen Tag frei');
    expect(say({ kind: 'practice' })).toBe('Immer offen, ohne Reservierung');
    expect(say({ taken: [evening] })).toBe('Belegt 18:00 bis 20:00 Uhr; sonst frei');
    expect(say({ closed: [{ ...evening, endsAt: '2026-12-01T23:00:00Z' }] })).toBe(
      'Geschlossen 18:00 bis 23:00 Uhr; sonst frei',
    );
    const allDay = { startsAt: '2026-11-30T23:00:00Z', endsAt: '2026-12-01T23:00:00Z' };
    expect(say({ closed: [allDay], taken: [evening] })).toBe('Den ganzen Tag geschlossen');
  });

  it('lets today begin with the next quarter of an hour', () => {
    const say = (facts: Partial<RoomAvailability>, closesAt = rules.closesAt) =>
      dayOfRoomInWords(room(facts), '2026-11-30', { ...rules, closesAt });
    const [noon, night] = [
      { startsAt: '2026-11-30T11:00:00Z', endsAt: '2026-11-30T13:00:00Z' },
      { startsAt: '2026-11-30T17:00:00Z', endsAt: '2026-11-30T22:00:00Z' },
    ];
    expect(say({})).toBe('Ab 14:30 Uhr frei');
    expect(say({ taken: [noon] })).toBe('Ab 14:30 Uhr frei');
    expect(say({ taken: [night] })).toBe('Belegt 18:00 bis 23:00 Uhr; sonst ab 14:30 Uhr frei');
    expect(say({ closed: [{ ...noon, endsAt: night.endsAt }] })).toBe('Den ganzen Tag geschlossen');
    expect(say({}, '14:30')).toBe('Heute nicht mehr frei');
  });
});
