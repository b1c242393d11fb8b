import { describe, expect, it } from '@jest/globals';
import { nameAmong } from './told-apart.js';

const at = (id: string, room: string, startsAt = '2026-12-01T17:00:00Z') => ({
  ...{ id, startsAt, endsAt: '2026-12-01T19:00:00Z' },
  room: { id: room, name: `Gesprächsraum ${room}` },
});

describe('the name of a date among others', () => {
  const [ahorn, birke, later] = [
    at('o1', 'Ahorn'),
    at('o2', 'Birke'),
    at('o3', 'Birke', '2026-12-01T18:00:00Z'),
  ] as const;

  it('is its time', () => {
    expect(nameAmong([ahorn, later], ahorn)).toBe('Dienstag, 1. Dezember 2026, 18:00 bis 20:00 Uhr');
  });

  it('holds its room as well where another is at the same time', () => {
    expect([ahorn, birke, later].map((date) => nameAmong([ahorn, birke, later], date))).toEqual([
      'Dienstag, 1. Dezember 2026, 18:00 bis 20:00 Uhr, Gesprächsraum Ahorn',
      'Dienstag, 1. Dezember 2026, 18:00 bis 20:00 Uhr, Gesprächsraum Birke',
      'Dienstag, 1. Dezember 2026, 19:00 bis 20:00 Uhr',
    ]);
  });
});
