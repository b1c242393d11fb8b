import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { Clash, Occurrence } from '../../api/shapes.js';
import { decisionsOf, openClashes } from '../../parts/settling/settling.js';
import { nextMove, startOfMove, type MoveEvent } from './move-flow.js';

const occurrence = {
  id: 'o1',
  date: '2026-12-01',
  time: '18:00',
  minutes: 120,
  room: { id: 'linde', name: 'Linde' },
  version: 1,
} as Occurrence;
const walk = (...events: MoveEvent[]) => events.reduce(nextMove, startOfMove(occurrence));
const later: MoveEvent = { type: 'changed', draft: { time: '19:00' } };
const following: MoveEvent = { type: 'scoped', scope: 'following' };
const sending: MoveEvent = { type: 'sending' };
const clash = (date: string): Clash => ({
  date,
  startsAt: `${date}T18:00:00Z`,
  endsAt: `${date}T20:00:00Z`,
  verdict: 'taken',
  alternatives: [{ time: '20:00' }],
});
const taken = (...dates: string[]): MoveEvent => ({
  type: 'refused',
  problem: new ApiProblem(409, { code: 'roomAlreadyTaken', dates: dates.map(clash) }),
});

describe('move flow', () => {
  it('starts with the date as it is', () => {
    expect(walk()).toMatchObject({ step: 'form', scope: 'one', draft: { time: '18:00', roomId: 'linde' } });
    expect(walk({ type: 'unchanged' }).problem).toEqual(expect.any(String));
  });

  it('shows the ways out for a single date and forgets them with the next change', () => {
    const state = walk(later, sending, taken('2026-12-01'));
    expect(state).toMatchObject({ step: 'form', busy: false, clashes: [clash('2026-12-01')] });
    expect(nextMove(state, later).clashes).toEqual([]);
  });

  it('settles a series date by date, and loses nothing when somebody was quicker', () => {
    const out: MoveEvent = { type: 'chose', choices: [{ date: '2026-12-01', choose: 'leaveOut' }] };
    const state = walk(following, later, sending, taken('2026-12-01', '2026-12-08'), out);
    expect(state).toMatchObject({ step: 'settle', problem: undefined });
    expect(openClashes(state.settling)).toHaveLength(1);
    const again = [sending, taken('2026-12-15')].reduce(nextMove, state);
    expect(again.problem).toEqual(expect.any(String));
    expect(openClashes(again.settling)).toHaveLength(2);
    expect(decisionsOf(again.settling)).toHaveLength(1);
    const back = nextMove(again, { type: 'tookBack', date: '2026-12-01' });
    expect(openClashes(back.settling)).toHaveLength(3);
  });

  it('goes back to the form with everything typed', () => {
    expect(walk(following, later, taken('2026-12-01'), { type: 'back' })).toMatchObject({
      step: 'form',
      scope: 'following',
      draft: { time: '19:00' },
    });
  });

  it('keeps what was typed when the date was changed meanwhile', () => {
    const now = { ...occurrence, version: 2, minutes: 90 };
    expect(walk(later, sending, { type: 'reloaded', occurrence: now })).toMatchObject({
      busy: false,
      occurrence: { version: 2 },
      draft: { time: '19:00', minutes: 90 },
      problem: expect.any(String),
    });
    expect(walk(later, sending, { type: 'gone' })).toMatchObject({ busy: false, step: 'form' });
  });

  it('ends with where the date is now', () => {
    expect(walk(later, sending, { type: 'moved', moved: occurrence })).toMatchObject({
      step: 'done',
      moved: occurrence,
    });
  });
});
