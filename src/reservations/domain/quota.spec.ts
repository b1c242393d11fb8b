import { describe, expect, it } from '@jest/globals';
import type { TimeRange } from '../../kernel/time-range.js';
import { ownDate, quotaFaultOf } from './quota.js';

const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Berlin').toInstant();
const range = (start: string, minutes: number): TimeRange => ({
  start: at(start),
  end: at(start).add({ minutes }),
});
const own = (start: string, minutes: number, counted?: number) => ownDate(range(start, minutes), counted);
const usual = { mostRoomsAtOnce: 2, mostWeeklyMinutes: 600 };

describe('Rooms at once', () => {
  const wished = range('2026-12-08T18:00', 120);
  it.each([
    ['the second', [own('2026-12-08T18:00', 120)], undefined],
    ['a third', [own('2026-12-08T18:00', 120), own('2026-12-08T18:00', 120)], 'tooManyRoomsAtOnce'],
    [
      'a third for the last minute',
      [own('2026-12-08T19:59', 60), own('2026-12-08T18:00', 120)],
      'tooManyRoomsAtOnce',
    ],
    [
      'after two others that never meet',
      [own('2026-12-08T18:00', 60), own('2026-12-08T19:00', 60)],
      undefined,
    ],
    ['between two that touch it', [own('2026-12-08T16:00', 120), own('2026-12-08T20:00', 60)], undefined],
    [
      'one that covers it and one before',
      [own('2026-12-08T17:00', 240), own('2026-12-08T17:00', 60)],
      undefined,
    ],
    ['two that cover it', [own('2026-12-08T17:00', 240), own('2026-12-08T17:30', 240)], 'tooManyRoomsAtOnce'],
  ] as const)('%s', (_, dates, fault) => {
    expect(quotaFaultOf(wished, dates, { ...usual, mostWeeklyMinutes: 100_000 })).toBe(fault);
  });
});

describe('Hours a week', () => {
  const wished = range('2026-12-08T18:00', 120);
  it.each([
    ['exactly ten hours', [own('2026-12-10T10:00', 480)], undefined],
    ['a minute more', [own('2026-12-10T10:00', 481)], 'tooManyHoursAWeek'],
    ['the Sunday before is another week', [own('2026-12-06T10:00', 600)], undefined],
    ['the Sunday of the same week counts', [own('2026-12-13T23:30', 481)], 'tooManyHoursAWeek'],
    ['the Monday after is another week', [own('2026-12-14T00:00', 600)], undefined],
    ['what was added while people met does not count', [own('2026-12-10T10:00', 600, 480)], undefined],
  ] as const)('%s', (_, dates, fault) => {
    expect(quotaFaultOf(wished, dates, usual)).toBe(fault);
  });
});
