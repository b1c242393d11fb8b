import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { Occurrence, Rules } from '../../api/shapes.js';
import { draftOf, nextReserve, startOfReserve, wishOf, type ReserveEvent } from './reserve-flow.js';

const rules: Rules = {
  minMinutes: 30,
  maxMinutes: 240,
  defaultMinutes: 120,
  opensAt: '07:00',
  closesAt: '23:00',
  horizonMonths: 12,
};
const start = startOfReserve('2026-12-01', rules);
const walk = (...events: ReserveEvent[]) => events.reduce(nextReserve, start);

const clash = {
  date: '2026-12-01',
  startsAt: '2026-12-01T17:00:00Z',
  endsAt: '2026-12-01T19:00:00Z',
  verdict: 'taken',
  alternatives: [{ time: '20:00' }, { roomId: 'r2', roomName: 'Ahorn' }],
} as const;
const taken = new ApiProblem(409, { code: 'roomAlreadyTaken', dates: [clash] });
const occurrence = { id: 'o1' } as Occurrence;
const reserved: ReserveEvent = {
  type: 'reserved',
  reservation: {
    id: 'r',
    inWords: '',
    occurrences: [occurrence],
    notice: 'Achtung, Zeitumstellung.',
  },
};

describe('reserve flow', () => {
  it('starts with what most groups want', () => {
    expect(start).toMatchObject({ draft: { roomId: 'any', time: '18:00', minutes: 120 } });
    expect(startOfReserve('2026-12-01', { ...rules, closesAt: '17:00' })).toMatchObject({
      draft: { time: '07:00' },
    });
  });

  it('shows the clash, keeps the form and clears the clash with the next change', () => {
    const state = walk(
      { type: 'changed', draft: { people: '12' } },
      { type: 'sending' },
      { type: 'refused', problem: taken },
    );
    expect(state).toMatchObject({ busy: false, clashes: [clash], draft: { people: '12' } });
    const other = nextReserve(state, { type: 'changed', draft: draftOf({ time: '20:00' }) });
    expect(other).toMatchObject({ clashes: [], problem: undefined, draft: { time: '20:00', people: '12' } });
  });

  it('knows what an alternative changes', () => {
    expect(draftOf({ roomId: 'r2', roomName: 'Ahorn' })).toEqual({ roomId: 'r2' });
    expect(draftOf({ time: '20:00' })).toEqual({ time: '20:00' });
  });

  it('goes on to the invitations and carries the notice', () => {
    expect(walk(reserved)).toEqual({
      step: 'who',
      occurrence,
      notice: 'Achtung, Zeitumstellung.',
      invited: 0,
    });
    expect(walk(reserved, { type: 'invited', count: 3 })).toMatchObject({ step: 'done', invited: 3 });
    expect(walk(reserved, { type: 'nobody' })).toMatchObject({ step: 'done', invited: 0 });
  });

  it('cannot be thrown back by a late answer', () => {
    expect(walk(reserved, { type: 'refused', problem: taken })).toMatchObject({ step: 'who' });
  });

  it('sends numbers', () => {
    const draft = { roomId: 'any', date: '2026-12-01', time: '18:00', minutes: 120, people: ' 9' };
    expect(wishOf(draft)).toEqual({
      roomId: 'any',
      date: '2026-12-01',
      time: '18:00',
      minutes: 120,
      expectedParticipants: 9,
    });
  });
});
