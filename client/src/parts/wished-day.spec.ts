import { describe, expect, it } from '@jest/globals';
import type { RoomAvailability, Rules } from '../api/shapes.js';
import { wishInWords, type WishedDay } from './wished-day.js';

const rules: Rules = {
  minMinutes: 30,
  maxMinutes: 240,
  defaultMinutes: 120,
  opensAt: '07:00',
  closesAt: '21:00',
  horizonMonths: 12,
};
const date = '2099-12-01';
const room = (id: string, facts: Partial<RoomAvailability> = {}): RoomAvailability => ({
  id,
  name: id,
  kind: 'talk',
  seats: 12,
  taken: [],
  closed: [],
  ...facts,
});
const evening = [{ startsAt: '2099-12-01T17:00:00Z', endsAt: '2099-12-01T19:00:00Z' }];
const rooms = [
  room('Linde'),
  room('Ahorn', { seats: 30, taken: evening }),
  room('Buche', { kind: 'practice' }),
];
const wished = (facts: Partial<WishedDay>, time = '18:00', day = date): string =>
  wishInWords({
    day: { date: day, rooms },
    wish: { date: day, time, minutes: 120 },
    roomId: 'any',
    people: 8,
    rules,
    ...facts,
  });

describe('the wish in one sentence', () => {
  it.each<[string, string]>([
    [wished({}), '18:00 bis 20:00 Uhr: 1 von 2 passenden Räumen ist frei.'],
    [wished({ people: 20 }), '18:00 bis 20:00 Uhr: kein passender Raum ist frei.'],
    [wished({ people: 20 }, '10:00'), '10:00 bis 12:00 Uhr: ein passender Raum ist frei.'],
    [wished({ people: 40 }), 'Für 40 Personen ist kein Raum groß genug.'],
    [wished({}, '20:00'), 'Geöffnet ist nur von 07:00 bis 21:00 Uhr.'],
    [wished({}, '18:00', '2020-12-01'), 'Diese Zeit ist schon vorbei.'],
  ])('for any room: %s', (said, sentence) => {
    expect(said).toBe(sentence);
  });

  it.each<[string, string]>([
    [wished({ roomId: 'Linde' }), 'Linde: Zu Ihrer Zeit frei.'],
    [wished({ roomId: 'Linde', people: 20 }), 'Linde: Zu klein, nur für 12 Personen.'],
    [wished({ roomId: 'Ahorn' }), 'Ahorn: Zu Ihrer Zeit belegt: 18:00 bis 20:00 Uhr.'],
    [wished({ roomId: 'Linde' }, '20:00'), 'Linde: Geöffnet ist nur von 07:00 bis 21:00 Uhr.'],
    [wished({ roomId: 'Linde' }, '18:00', '2020-12-01'), 'Linde: Diese Zeit ist schon vorbei.'],
  ])('for a room: %s', (said, sentence) => {
    expect(said).toBe(sentence);
  });

  it('waits for the rooms of another day', () => {
    expect(wished({ day: { date: '2099-12-02', rooms } })).toBe('Einen Moment bitte …');
  });
});
