import { describe, expect, it } from '@jest/globals';
import type { RoomAvailability, Rules } from '../api/shapes.js';
import { wishInWords, type WishedDay } from './wished-day.js';

const rules: Rules = {
  minMinutes: 30,
  maxMinutes: 240,
  defaultMinutes: 120,
  opensAt: '07:00',
  closesAt: '21:00',
  horizonMonths: 100 * 12,
  bufferMinutes: 0,
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
    day: { date: day, rooms, noServerOpen: false },
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
    [
      wished({ roomId: 'Linde', rules: { ...rules, horizonMonths: 12 } }),
      'Linde: So weit im Voraus geht es noch nicht.',
    ],
  ])('for a room: %s', (said, sentence) => {
    expect(said).toBe(sentence);
  });

  const paused = { ...rules, bufferMinutes: 15 };
  const ahorn = { id: 'Ahorn', name: 'Ahorn' };
  it.each<[string, string]>([
    [
      wished({ roomId: 'Ahorn', rules: paused }, '16:00'),
      'Ahorn: Danach belegt: 18:00 bis 20:00 Uhr. Zwischen zwei Treffen bleibt der Raum 15 Minuten frei.',
    ],
    [wished({ roomId: 'Ahorn', rules: paused }, '15:45'), 'Ahorn: Zu Ihrer Zeit frei.'],
    [
      wished({ roomId: 'Ahorn', rules: paused }, '16:15'),
      'Ahorn: Zu Ihrer Zeit belegt: 18:00 bis 20:00 Uhr.',
    ],
    [wished({ people: 20, rules: paused }, '16:00'), '16:00 bis 18:00 Uhr: kein passender Raum ist frei.'],
  ])('with a pause between two meetings: %s', (said, sentence) => {
    expect(said).toBe(sentence);
  });

  // Reserved for 16:00 to 18:00 when there was no pause yet, and before the room was closed.
  const held = { room: ahorn, startsAt: '2099-12-01T15:00:00Z', endsAt: '2099-12-01T17:00:00Z' };
  const closed = [{ startsAt: '2099-12-01T15:00:00Z', endsAt: '2099-12-01T16:00:00Z' }];
  const later = { ...held, startsAt: '2099-12-01T15:15:00Z' };
  const newer = { ...rules, horizonMonths: 6 };
  const shorter = { ...rules, closesAt: '17:00' };
  const moved = (facts: Partial<WishedDay>, minutes: number, rest: Partial<RoomAvailability> = {}) =>
    wished({
      day: {
        date,
        rooms: [room('Ahorn', { taken: evening, ...rest }), room('Linde', { taken: evening })],
        noServerOpen: false,
      },
      wish: { date, time: '16:00', minutes },
      roomId: 'Ahorn',
      rules: paused,
      held,
      ...facts,
    });
  it.each<[string, string]>([
    [moved({}, 120), 'Ahorn: Zu Ihrer Zeit frei.'],
    [moved({}, 90, { closed }), 'Ahorn: Zu Ihrer Zeit frei.'],
    [moved({}, 150, { taken: [], closed }), 'Ahorn: Zu Ihrer Zeit frei.'],
    [
      moved({}, 150, { taken: [], closed: [{ ...held, endsAt: '2099-12-01T17:15:00Z' }] }),
      'Ahorn: Zu Ihrer Zeit geschlossen: 16:00 bis 18:15 Uhr.',
    ],
    [moved({}, 120, { seats: 4 }), 'Ahorn: Zu Ihrer Zeit frei.'],
    [moved({}, 135), 'Ahorn: Zu Ihrer Zeit belegt: 18:00 bis 20:00 Uhr.'],
    [moved({ rules: newer }, 120), 'Ahorn: Zu Ihrer Zeit frei.'],
    [moved({ rules: newer, held: later }, 120), 'Ahorn: So weit im Voraus geht es noch nicht.'],
    [moved({ rules: shorter }, 120), 'Ahorn: Zu Ihrer Zeit frei.'],
    [moved({ rules: shorter }, 135), 'Ahorn: Geöffnet ist nur von 07:00 bis 17:00 Uhr.'],
    [
      moved({ roomId: 'Linde' }, 120),
      'Linde: Danach belegt: 18:00 bis 20:00 Uhr. Zwischen zwei Treffen bleibt der Raum 15 Minuten frei.',
    ],
  ])('for a date that is moved: %s', (said, sentence) => {
    expect(said).toBe(sentence);
  });

  const pause = { date, rooms, noServerOpen: true };
  it.each<[string, Partial<WishedDay>, number, boolean]>([
    ['a new date', { held: undefined }, 120, true],
    ['a date that goes to another time', { held: later }, 150, true],
    ['a date that begins as before', {}, 150, false],
    ['a date that becomes shorter', { held: { ...held, startsAt: '2099-12-01T14:00:00Z' } }, 90, false],
  ])(
    'while no server takes new dates, %s is not told of free rooms but of the pause',
    (_, facts, minutes, isTold) => {
      const said = moved({ day: pause, ...facts }, minutes);
      expect(said.startsWith('Das Haus macht gerade eine technische Pause')).toBe(isTold);
    },
  );

  it('says nothing of a room that is not offered any more, and nothing of others instead', () => {
    expect(wished({ roomId: 'Kastanie', people: 40 })).toBe('');
    expect(wished({ roomId: 'Kastanie' }, '20:00')).toBe('Geöffnet ist nur von 07:00 bis 21:00 Uhr.');
  });

  it('waits for the rooms of another day', () => {
    expect(wished({ day: { date: '2099-12-02', rooms, noServerOpen: false } })).toBe('Einen Moment bitte …');
  });
});
