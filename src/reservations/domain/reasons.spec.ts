import { describe, expect, it } from '@jest/globals';
import { calledOffAt, newDate, reasonInWords } from './reasons.js';
import type { DateWish, Verdict } from './verdicts.js';

describe('A reason', () => {
  it.each([
    ['skipped', 'Diesen Termin haben Sie ausgelassen.'],
    ['closed', 'Der Raum war zu dieser Zeit geschlossen.'],
    ['accessEnded', 'Die Freischaltung Ihrer Gruppe ist beendet.'],
    ['noServerOpen', 'Das Haus nahm damals keine neuen Termine an.'],
    [
      'roomClosed',
      'Ihr Raum war zu dieser Zeit geschlossen. Das Treffen findet in einem anderen Raum statt.',
    ],
    ['Der Strom ist weg.', 'Der Strom ist weg.'],
    ['constructor', 'constructor'],
  ])('%s is shown as a sentence', (reason, sentence) => {
    expect(reasonInWords(reason)).toBe(sentence);
  });
});

describe('A date is called off by its group', () => {
  it.each([
    [{ cancelledAt: '2026-12-01T08:00:00Z', reason: null }, '2026-12-01T08:00:00Z'],
    [{ cancelledAt: '2026-12-01T08:00:00Z', reason: 'closed' }, undefined],
    [{ cancelledAt: '2026-12-01T08:00:00Z', reason: 'accessEnded' }, undefined],
    [{ cancelledAt: null, reason: null }, undefined],
  ])('or not: %j', (date, instant) => {
    expect(calledOffAt(date)?.toString()).toBe(instant);
  });
});

describe('A new date', () => {
  const [start, end] = ['17', '19'].map((hour) => Temporal.Instant.from(`2026-12-08T${hour}:00Z`));
  const range = { start, end } as DateWish['range'];
  const wish = {
    ...{ seriesDate: '2026-12-08', range, holds: range, roomIds: ['a', 'b'], people: 8 },
    ...{ isLeftOut: false, isMissing: false },
  };
  const skipped = { isLeftOut: true };
  const givenUp = { isLeftOut: true, isGivenUp: true };
  it.each([
    ['is planned where it found room', {}, 'free', 'b', { state: 'planned', reason: null, roomId: 'b' }],
    ['has no reason but the rule that skips it', skipped, 'taken', undefined, { reason: 'skipped' }],
    [
      'names what stood in the way of one that was given up',
      givenUp,
      'taken',
      undefined,
      { reason: 'taken' },
    ],
    ['was a wish of the group where nothing did', givenUp, 'free', 'b', { reason: 'skipped' }],
    [
      'says that its hour does not exist, though its place is taken right after',
      { ...skipped, isMissing: true },
      'closed',
      undefined,
      { state: 'leftOut', reason: 'timeDoesNotExist' },
    ],
    ['is shown where it would have been', skipped, 'free', undefined, { state: 'leftOut', roomId: 'a' }],
  ] as [string, Partial<DateWish>, Verdict, string | undefined, object][])(
    '%s',
    (_, change, verdict, roomId, stored) => {
      const judged = { wish: { ...wish, ...change }, verdict, ...(roomId && { roomId }) };
      expect(newDate(judged)).toMatchObject(stored);
    },
  );

  it('was given up because the group itself has the room then', () => {
    const judged = { wish: { ...wish, ...givenUp }, verdict: 'taken', isOwn: true } as const;
    expect(newDate(judged)).toMatchObject({ reason: 'own' });
  });

  it('was given up because the house took none, which was not full', () => {
    const judged = {
      wish: { ...wish, ...givenUp },
      verdict: 'capacity',
      capacityFault: 'noServerOpen',
    } as const;
    expect(newDate(judged)).toMatchObject({ reason: 'noServerOpen' });
  });
});
